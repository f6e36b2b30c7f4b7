using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Legator.Backends.SkillSources.Registry;

/// <summary>How a registry wants to be told who asks.</summary>
/// <param name="IsBearer">True when a token has to be fetched first; false for name and password.</param>
/// <param name="Realm">Where the token is fetched.</param>
/// <param name="Service">For whom.</param>
/// <param name="Scope">For what.</param>
internal sealed partial record RegistryChallenge(bool IsBearer, string? Realm, string? Service, string? Scope)
{
    /// <summary>The challenge that can be answered; null where none can.</summary>
    public static RegistryChallenge? Of(HttpHeaderValueCollection<AuthenticationHeaderValue> headers)
    {
        var bearer = headers.FirstOrDefault(header => header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase));
        if (bearer is not null)
        {
            var values = Parameter().Matches(bearer.Parameter ?? "").GroupBy(m => m.Groups[1].Value.ToLowerInvariant()).ToDictionary(g => g.Key, g => g.First().Groups[2].Value);
            return new RegistryChallenge(true, values.GetValueOrDefault("realm"), values.GetValueOrDefault("service"), values.GetValueOrDefault("scope"));
        }

        return headers.Any(header => header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) ? new RegistryChallenge(false, null, null, null) : null;
    }

    [GeneratedRegex("([A-Za-z]+)=\"([^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
