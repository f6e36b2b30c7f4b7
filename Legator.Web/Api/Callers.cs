using System.Security.Claims;
using Legator.Core.Api;
using Legator.Web.SignIn;

namespace Legator.Web.Api;

/// <summary>What each caller may do: who holds a token may do everything that the API offers.</summary>
internal static class Callers
{
    private static readonly string[] Actions = ["agents:view", "agents:run", "runs:view", "audit:view"];

    public static CallerIdentity Identify(ClaimsPrincipal principal)
    {
        var holder = Principals.HolderOf(principal);
        return new CallerIdentity($"token:{holder}", holder, Actions.ToDictionary(a => a, _ => new Permission(true, $"holds the token '{holder}'")));
    }
}
