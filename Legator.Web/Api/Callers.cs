using System.Security.Claims;
using Legator.Core.Api;
using Legator.Web.SignIn;

namespace Legator.Web.Api;

/// <summary>What each caller may do: who holds a token may see all; UserPolicies say more of who starts runs, and of who decides approvals.</summary>
internal static class Callers
{
    private static readonly string[] Actions = ["agents:view", "runs:view", "audit:view"];

    /// <param name="principal">The caller.</param>
    /// <param name="run">Whether the caller may start any run.</param>
    /// <param name="decide">Whether the caller may decide any approval.</param>
    public static CallerIdentity Identify(ClaimsPrincipal principal, Permission run, Permission decide)
    {
        var holder = Principals.HolderOf(principal);
        var permissions = Actions.ToDictionary(a => a, _ => new Permission(true, $"holds the token '{holder}'"));
        permissions["agents:run"] = run;
        permissions["approvals:decide"] = decide;
        return new CallerIdentity($"token:{holder}", holder, permissions);
    }
}
