using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Legator.Web.SignIn;

/// <summary>One-time codes for the sign-in link that a starting Legator prints: <c>/login?code=…</c>.</summary>
/// <param name="clock">The clock.</param>
public sealed class SignInCodes(TimeProvider clock)
{
    private const int Bytes = 24;
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, DateTimeOffset> expiries = new(StringComparer.Ordinal);

    /// <summary>Makes a code that signs its bearer in once, within the next ten minutes.</summary>
    public string Issue()
    {
        var now = clock.GetUtcNow();
        foreach (var (old, _) in expiries.Where(e => e.Value <= now))
        {
            expiries.TryRemove(old, out _);
        }

        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        expiries[Key(code)] = now + Validity;
        return code;
    }

    internal bool Redeem(string code) => expiries.TryRemove(Key(code), out var expiry) && expiry > clock.GetUtcNow();

    /// <summary>Codes are looked up by their hash, so that the time of a look-up says nothing of a code.</summary>
    private static string Key(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
