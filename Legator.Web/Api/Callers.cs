using System.Security.Claims;
using Legator.Core.Api;
using Legator.Web.SignIn;

namespace Legator.Web.Api;

/// <summary>What each caller may do: who holds a token may do everything that the API offers, but decide approvals.</summary>
internal static class Callers
{
    private static readonly string[] Actions = ["agents:view", "agents:run", "runs:view", "audit:view"];

    /// <param name="principal">The caller.</param>
    /// <param name="decide">Whether the caller may decide any approval.</param>
    public static CallerIdentity Identify(ClaimsPrincipal principal, Permission decide)
    {
        var holder = Principals.HolderOf(principal);
        var permissions = Actions.ToDictionary(a => a, _ => new Permission(true, $"holds the token '{holder}'"));
        permissions["approvals:decide"] = decide;
        return new CallerIdentity($"token:{holder}", holder, permissions);
    }
}
