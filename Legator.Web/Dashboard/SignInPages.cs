using Legator.Web.Dashboard.Parts;
using Legator.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Legator.Web.Dashboard;

/// <summary>Sign-in by token or one-time link, and sign-out.</summary>
internal static class SignInPages
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/login", ShowAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost("/login", EnterAsync).AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        endpoints.MapPost("/logout", LeaveAsync).RequireAuthorization(Schemes.Browse).ExcludeFromDescription().DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(string? code, string? returnUrl, HttpContext context, SessionDoor door)
    {
        if (string.IsNullOrEmpty(code))
        {
            return Page(null, returnUrl);
        }

        return await door.EnterByCodeAsync(context, code)
            ? new RazorComponentResult<SignedIn>()
            : Page("This sign-in link was used already or is older than ten minutes. Sign in with the token, or start Legator again for a new link.", null);
    }

    private static async Task<IResult> EnterAsync(HttpContext context, SessionDoor door, IAntiforgery antiforgery)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var returnUrl = form["returnUrl"].ToString();
        return await door.EnterByTokenAsync(context, form["token"].ToString())
            ? Results.LocalRedirect(IsLocal(returnUrl) ? returnUrl : "/")
            : Page("Nobody holds this token. A local Legator keeps its token in the file 'token' of its data directory.", returnUrl);
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, IAntiforgery antiforgery)
    {
        await antiforgery.ValidateRequestAsync(context);
        await context.SignOutAsync(Schemes.Session);
        return Results.LocalRedirect("/login");
    }

    private static RazorComponentResult<Login> Page(string? problem, string? returnUrl) => new(new Dictionary<string, object?>
    {
        [nameof(Login.Problem)] = problem,
        [nameof(Login.ReturnUrl)] = IsLocal(returnUrl) ? returnUrl : null,
    })
    {
        StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized,
    };

    /// <summary>Only paths of this site: a sign-in must not send anybody elsewhere.</summary>
    private static bool IsLocal(string? url) => url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
