using System.Security.Claims;

namespace Legator.Web.SignIn;

internal static class Principals
{
    /// <summary>The caller who holds a token, or signed in with it.</summary>
    public static ClaimsPrincipal Of(string holder, string scheme, string? stamp = null)
    {
        var identity = new ClaimsIdentity(scheme, Schemes.HolderClaim, null);
        identity.AddClaim(new Claim(Schemes.HolderClaim, holder));
        if (stamp is not null)
        {
            identity.AddClaim(new Claim(Schemes.StampClaim, stamp));
        }

        return new ClaimsPrincipal(identity);
    }

    public static string HolderOf(ClaimsPrincipal principal) => principal.FindFirstValue(Schemes.HolderClaim) ?? "";
}
