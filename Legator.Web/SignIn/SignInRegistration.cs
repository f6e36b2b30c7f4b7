using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Legator.Web.SignIn;

internal static class SignInRegistration
{
    private const string CookieName = "legator-session";

    /// <summary>Adds tokens, sessions and what each of them may do.</summary>
    public static IHostApplicationBuilder AddSignIn(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<AccessTokens>();
        services.TryAddSingleton<SignInCodes>();
        services.AddAuthentication(Schemes.Token)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(Schemes.Token, null)
            .AddCookie(Schemes.Session);
        services.AddOptions<CookieAuthenticationOptions>(Schemes.Session).Configure<IOptions<WebOptions>>(ConfigureSession);
        services.AddAuthorizationBuilder()
            .AddPolicy(Schemes.Read, p => p.AddAuthenticationSchemes(Schemes.Token, Schemes.Session).RequireAuthenticatedUser())
            .AddPolicy(Schemes.Act, p => p.AddAuthenticationSchemes(Schemes.Token).RequireAssertion(HoldsToken))
            .AddPolicy(Schemes.Browse, p => p.AddAuthenticationSchemes(Schemes.Session).RequireAuthenticatedUser());
        AddKeys(builder);

        // The keys lie in a data directory that only its owner reads; a warning at every first start would say nothing new.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        return builder;
    }

    /// <summary>Policies of a group and of an endpoint add up, their schemes too: that a token was shown must be asked of the caller himself.</summary>
    private static bool HoldsToken(AuthorizationHandlerContext context) =>
        context.User.Identities.Any(identity => identity is { IsAuthenticated: true, AuthenticationType: Schemes.Token });

    private static void AddKeys(IHostApplicationBuilder builder)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName("legator");
        if (builder.Configuration[$"{WebOptions.Section}:{nameof(WebOptions.KeysDirectory)}"] is { Length: > 0 } folder)
        {
            keys.PersistKeysToFileSystem(new DirectoryInfo(folder));
        }
        else
        {
            keys.UseEphemeralDataProtectionProvider();
        }
    }

    private static void ConfigureSession(CookieAuthenticationOptions cookie, IOptions<WebOptions> options)
    {
        cookie.Cookie.Name = CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = options.Value.SessionLength;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/login";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = EndSessionsOfChangedTokensAsync;
        cookie.Events.OnRedirectToLogin = context => StatusOrRedirect(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => StatusOrRedirect(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>A program wants a status, a person wants the sign-in page.</summary>
    private static Task StatusOrRedirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    private static Task EndSessionsOfChangedTokensAsync(CookieValidatePrincipalContext context)
    {
        var tokens = context.HttpContext.RequestServices.GetRequiredService<AccessTokens>();
        if (context.Principal is not { } principal || tokens.SessionStamp(Principals.HolderOf(principal)) != principal.FindFirstValue(Schemes.StampClaim))
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }
}
