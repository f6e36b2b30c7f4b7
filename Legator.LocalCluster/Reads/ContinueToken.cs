using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Reads;

/// <summary>Where the next page of a list begins: behind a name, as of a revision (-1: whatever is current).</summary>
internal sealed record ContinueToken(long Revision, string After)
{
    public string Encode()
    {
        JsonObject token = new() { ["v"] = "meta.k8s.io/v1", ["rv"] = Revision, ["start"] = After };
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token.ToJsonString()));
    }

    public static ContinueToken Decode(string text)
    {
        try
        {
            JsonNode? token = JsonNode.Parse(Base64Url.DecodeFromChars(text.TrimEnd('=')));
            if (token?["rv"]?.GetValue<long>() is { } revision && token["start"]?.GetValue<string>() is { Length: > 0 } after)
            {
                return new ContinueToken(revision, after);
            }
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException)
        {
            throw Bad(error is JsonException ? "invalid character in the token" : error.Message);
        }

        throw Bad("incomplete");
    }

    private static ApiException Bad(string why) => ApiErrors.BadRequest($"invalid continue token: continue key is not valid: {why}");
}
