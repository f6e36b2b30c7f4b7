using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Access;

/// <summary>Finds out who holds a bearer token: the admin, or a service account that still exists.</summary>
internal sealed class Authenticator(string adminToken, TokenIssuer issuer, ObjectStore store, TimeProvider time)
{
    private const int MaxCached = 4096;
    private static readonly ApiUser _admin = new("admin", "", [ApiUser.MastersGroup, "system:authenticated"]);
    private readonly byte[] _adminToken = Encoding.UTF8.GetBytes(adminToken);
    private readonly ResourceKind _accounts = KindRegistry.Builtin("", "serviceaccounts");
    private readonly ConcurrentDictionary<string, TokenClaims> _verified = new(StringComparer.Ordinal);

    public ApiUser? Identify(string authorization)
    {
        const string Scheme = "Bearer ";
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string token = authorization[Scheme.Length..].Trim();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), _adminToken) ? _admin : Account(token)?.User;
    }

    /// <summary>The user and the audiences of a service account token.</summary>
    public (ApiUser User, IReadOnlyList<string> Audiences)? Account(string token)
    {
        // Checking a signature costs more than a whole request; a token that passed once passes until it ends.
        if (!_verified.TryGetValue(token, out TokenClaims? claims))
        {
            claims = issuer.Read(token);
            if (claims is null)
            {
                return null;
            }

            if (_verified.Count >= MaxCached)
            {
                _verified.Clear();
            }

            _verified[token] = claims;
        }

        if (claims.Expires <= time.GetUtcNow()
            || store.Find(_accounts, claims.Namespace, claims.Name) is not { } record || ObjectFacts.Of(record).Uid != claims.Uid)
        {
            _verified.TryRemove(token, out _);
            return null;
        }

        return (UserOf(claims), claims.Audiences);
    }

    public ApiUser? Admin(string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), _adminToken) ? _admin : null;

    private static ApiUser UserOf(TokenClaims claims) => new(
        $"system:serviceaccount:{claims.Namespace}:{claims.Name}", claims.Uid,
        ["system:serviceaccounts", $"system:serviceaccounts:{claims.Namespace}", "system:authenticated"]);
}
