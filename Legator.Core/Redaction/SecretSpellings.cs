using System.Text;
using System.Text.Json;

namespace Legator.Core.Redaction;

/// <summary>The forms in which one secret value travels: as it is, in base64, in a URL, in JSON.</summary>
internal static class SecretSpellings
{
    public static IEnumerable<string> Of(string secret)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        var json = JsonSerializer.Serialize(secret, LegatorJson.Options);
        yield return secret;
        yield return base64;
        yield return base64.TrimEnd('=');
        yield return base64.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        yield return Uri.EscapeDataString(secret);
        yield return json[1..^1];
        yield return JsonSerializer.Serialize(secret)[1..^1];
    }
}
