using System.Globalization;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Proves by a signature that a client is who it says (RFC 7523). It is for one authorization server, good for a minute, and used once.</summary>
internal static class ClientAssertion
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <exception cref="McpProblemException">The key cannot be used.</exception>
    public static string Of(OAuthClient client, OAuthAuthority authority, DateTimeOffset now)
    {
        using var key = Read(client.Key!);
        SecurityKey signing = key is RSA rsa ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey((ECDsa)key);
        signing.KeyId = client.KeyId;

        // The library would keep the key for later.
        signing.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = client.Id,
            Audience = authority.Issuer,
            IssuedAt = now.UtcDateTime,
            Expires = (now + Life).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = client.Id, ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true) },
            SigningCredentials = new SigningCredentials(signing, Algorithm(key, authority.Algorithms)),
        });
    }

    private static AsymmetricAlgorithm Read(string pem)
    {
        foreach (var key in new AsymmetricAlgorithm[] { RSA.Create(), ECDsa.Create() })
        {
            try
            {
                key.ImportFromPem(pem);
                return key;
            }
            catch (Exception e) when (e is CryptographicException or ArgumentException)
            {
                key.Dispose();
            }
        }

        throw new McpProblemException("The 'private-key' of the client is no RSA or EC key in PEM without a passphrase.");
    }

    private static string Algorithm(AsymmetricAlgorithm key, IReadOnlyList<string>? taken)
    {
        string[] own = key is RSA ? ["RS256", "PS256", "RS384", "PS384", "RS512", "PS512"] : [string.Create(CultureInfo.InvariantCulture, $"ES{(key.KeySize == 521 ? 512 : key.KeySize)}")];
        return taken is null ? own[0] : own.FirstOrDefault(taken.Contains) ?? throw new McpProblemException($"The authorization server takes signatures by {McpText.Line(string.Join(", ", taken), 100)}, and the key of the client makes {own[0]}.");
    }
}
