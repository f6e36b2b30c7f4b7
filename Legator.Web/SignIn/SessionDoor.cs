using Microsoft.AspNetCore.Authentication;

namespace Legator.Web.SignIn;

/// <summary>Opens and closes dashboard sessions.</summary>
internal sealed partial class SessionDoor(AccessTokens tokens, SignInCodes codes, ILogger<SessionDoor> logger)
{
    /// <summary>Signs in with a token.</summary>
    /// <returns>False when nobody holds it.</returns>
    public Task<bool> EnterByTokenAsync(HttpContext context, string token) =>
        EnterAsync(context, string.IsNullOrWhiteSpace(token) ? null : tokens.HolderOf(token), "token");

    /// <summary>Signs in with a one-time code.</summary>
    /// <returns>False when the code is unknown, used or too old.</returns>
    public Task<bool> EnterByCodeAsync(HttpContext context, string code) =>
        EnterAsync(context, codes.Redeem(code) ? AccessTokens.Operator : null, "sign-in link");

    private async Task<bool> EnterAsync(HttpContext context, string? holder, string means)
    {
        var stamp = holder is null ? null : tokens.SessionStamp(holder);
        if (stamp is null)
        {
            Log.Refused(logger, means, context.Connection.RemoteIpAddress?.ToString() ?? "unknown");
            return false;
        }

        await context.SignInAsync(Schemes.Session, Principals.Of(holder!, Schemes.Session, stamp));
        Log.SignedIn(logger, holder!, means);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(7001, LogLevel.Information, "{Holder} signed in with a {Means}")]
        public static partial void SignedIn(ILogger logger, string holder, string means);

        [LoggerMessage(7002, LogLevel.Warning, "A sign-in with a {Means} from {Address} was refused")]
        public static partial void Refused(ILogger logger, string means, string address);
    }
}
