using Legator.Web.SignIn;
using Microsoft.Extensions.Options;

namespace Legator.Web;

/// <summary>Finds every mistake in the section at once and names the key and the fix; a value that may be secret is never repeated.</summary>
internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(WebOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Token) && string.IsNullOrWhiteSpace(options.TokenFile) && options.Tokens.Count == 0)
        {
            yield return "Web:TokenFile is not set: name a file that holds the token for API and dashboard (or set Web:Token).";
        }

        if (!string.IsNullOrWhiteSpace(options.TokenFile) && AccessTokens.ReadFile(options.TokenFile, out var problem) is null)
        {
            yield return $"Web:TokenFile: {problem}";
        }

        if (!string.IsNullOrWhiteSpace(options.Token) && TooShort(options.Token))
        {
            yield return $"Web:Token is shorter than {AccessTokens.MinLength} characters: make one with 'openssl rand -hex 32'.";
        }

        foreach (var (holder, token) in options.Tokens)
        {
            if (holder.Equals(AccessTokens.Operator, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"Web:Tokens:{holder}: that name is the people's own: give the program another one.";
            }

            if (options.Tokens.Any(other => other.Key != holder && other.Value?.Trim() == token?.Trim()) || IsOwn(options, token))
            {
                yield return $"Web:Tokens:{holder} is somebody else's token too, so nobody could tell them apart: make one with 'openssl rand -hex 32'.";
            }

            if (TooShort(token))
            {
                yield return $"Web:Tokens:{holder} is shorter than {AccessTokens.MinLength} characters: make one with 'openssl rand -hex 32'.";
            }
        }

        if (options.WebhooksPerMinute < 0)
        {
            yield return $"Web:WebhooksPerMinute is {options.WebhooksPerMinute}: write 0 for no limit, or a number above.";
        }

        if (options.SessionLength < TimeSpan.FromMinutes(1) || options.SessionLength > TimeSpan.FromDays(30))
        {
            yield return $"Web:SessionLength is {options.SessionLength}: write a time from 00:01:00 to 30.00:00:00.";
        }
    }

    private static bool IsOwn(WebOptions options, string? token) => token?.Trim() is { Length: > 0 } text
        && (text == options.Token?.Trim() || (!string.IsNullOrWhiteSpace(options.TokenFile) && text == AccessTokens.ReadFile(options.TokenFile, out _)));

    private static bool TooShort(string? token) => (token?.Trim().Length ?? 0) < AccessTokens.MinLength;
}
