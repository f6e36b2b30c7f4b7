using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Links that a mail brings: whoever asks for one confirms an address, activates or unlocks an account, ends a subscription, logs in.</summary>
internal static class MailedLinks
{
    private const int ShortestToken = 16;

    private static readonly FrozenSet<string> Tokens = FrozenSet.ToFrozenSet(
        ("oobcode confirmation_token confirm_token confirmationtoken confirmation_code confirmation_key confirm_code email_confirmation_token verification_token verification_code verificationtoken verificationcode verify_token verify_code verifytoken email_verification_token "
        + "activation_token activation_code activation_key activationtoken activationcode activationkey activate_token unlock_token unlocktoken unsubscribe_token unsubscribetoken unsub_token optout_token opt_out_token optin_token opt_in_token approval_token approve_token "
        + "magic_token magictoken login_token magic_link_token one_time_token double_opt_in cancel_token cancellation_token accept_token rsvp_token").Split(' '));

    // Words that speak of an account or an address wherever they stand in the name of a page.
    private static readonly FrozenSet<string> Pages = FrozenSet.ToFrozenSet(
        ("rsvp confirm confirmation activate activation unlock unsubscribe optout opt-out opt_out optin opt-in opt_in magic-link magic_link magiclink verify-email verify_email verifyemail email-verify email_verify email-verification email_verification emailverification email-confirmation email_confirmation "
        + "confirm-email confirm_email confirmemail account-activation account_activation verify-account verify_account confirm-account confirm_account email-confirm email_confirm doi double-opt-in").Split(' '));

    private static readonly FrozenSet<string> Checks = FrozenSet.ToFrozenSet(["verify", "verification", "validate"]);

    private static readonly FrozenSet<string> Accounts = FrozenSet.ToFrozenSet(["email", "emails", "mail", "account", "accounts", "user", "users", "registration", "registrations", "signup", "subscription", "newsletter", "members", "me"]);

    private static readonly FrozenSet<string> Keys = FrozenSet.ToFrozenSet(["token", "code", "key", "hash", "uid", "t", "k", "c", "sig", "signature", "email", "e", "id", "h", "otp", "nonce", "oobcode"]);

    /// <summary>True for one of them.</summary>
    public static bool Is(ApiRequest request)
    {
        var (parts, query) = (request.Parts, request.Call.Target.Url.Query);
        var page = Pages.Contains(request.Last) || (parts.Length > 1 && Checks.Contains(request.Last) && Accounts.Contains(request.Parent)) || (Checks.Contains(request.Last) && request.Last is "verification");
        if (query.Length > 3 && (page || query.Contains('_', StringComparison.Ordinal) || query.Contains("token", StringComparison.OrdinalIgnoreCase) || query.Contains("code", StringComparison.OrdinalIgnoreCase) || query.Contains("key", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var (key, value) in QueryFields.Of(query))
            {
                if (value.Length > 0 && (Tokens.Contains(key) || (page && Keys.Contains(key) && !(key.Length < 3 && request.Last is "confirmation" or "verification" or "rsvp"))))
                {
                    return true;
                }
            }
        }

        // /verify/8f1c…, /email/verify/5/3f9a…
        for (var i = Math.Max(0, parts.Length - 3); i < parts.Length - 1; i++)
        {
            if ((Pages.Contains(parts[i]) || (Checks.Contains(parts[i]) && parts[i] is not "validate")) && IsToken(parts[^1]) && !(i > 0 && parts[i - 1] is "transactions" or "payments" or "certificates"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsToken(string part) =>
        part.Length >= ShortestToken && part.AsSpan().ContainsAnyInRange('0', '9') && part.AsSpan().ContainsAnyInRange('a', 'z') && !part.Contains('.', StringComparison.Ordinal);
}
