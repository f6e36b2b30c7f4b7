using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Access;

/// <summary>Signs and reads service account tokens (ES256 JWTs) with a key that stays in the data directory.</summary>
internal sealed class TokenIssuer(ECDsa key, TimeProvider time) : IDisposable
{
    public const string Issuer = "https://kubernetes.default.svc.cluster.local";
    private static readonly string _header = Encode("""{"alg":"ES256","typ":"JWT"}"""u8);

    public (string Token, DateTimeOffset Expires) Issue(string ns, string name, string uid, IReadOnlyList<string> audiences, TimeSpan lifetime)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset expires = now + lifetime;
        JsonObject claims = new()
        {
            ["aud"] = new JsonArray([.. audiences.Select(a => (JsonNode)a)]),
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["iss"] = Issuer,
            ["jti"] = IdentitySource.Uid(),
            ["kubernetes.io"] = new JsonObject { ["namespace"] = ns, ["serviceaccount"] = new JsonObject { ["name"] = name, ["uid"] = uid } },
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["sub"] = $"system:serviceaccount:{ns}:{name}",
        };
        string body = $"{_header}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return ($"{body}.{Encode(key.SignData(Encoding.ASCII.GetBytes(body), HashAlgorithmName.SHA256))}", expires);
    }

    /// <summary>What a token says, when we signed it and it is in force; else null.</summary>
    public TokenClaims? Read(string token)
    {
        string[] parts = token.Split('.');
        if (parts.Length != 3 || parts[0] != _header)
        {
            return null;
        }

        try
        {
            byte[] signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
            return key.VerifyData(signed, Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256)
                ? Claims(JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!.AsObject())
                : null;
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException or CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => key.Dispose();

    private static TokenClaims Claims(JsonObject claims)
    {
        JsonObject bound = (JsonObject)claims["kubernetes.io"]!;
        JsonObject account = (JsonObject)bound["serviceaccount"]!;
        return new TokenClaims(
            ObjectMeta.Text(bound, "namespace"), ObjectMeta.Text(account, "name"), ObjectMeta.Text(account, "uid"),
            [.. claims["aud"]!.AsArray().Select(a => a!.ToString())], DateTimeOffset.FromUnixTimeSeconds(claims["exp"]!.GetValue<long>()));
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
