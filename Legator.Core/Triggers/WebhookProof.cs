using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Legator.Core.Triggers;

/// <summary>What a caller of a webhook shows to prove who it is. One proof that holds is enough; every comparison takes the same time whatever was sent.</summary>
/// <param name="Header">Gives the value of a header of the call; null for one that is not there.</param>
/// <param name="Body">The body as it came.</param>
public sealed record WebhookProof(Func<string, string?> Header, ReadOnlyMemory<byte> Body)
{
    /// <summary>Header with the signature of GitHub and of those that sign as it does.</summary>
    public const string HubHeader = "X-Hub-Signature-256";

    /// <summary>How old a signature with a time may be, and how far ahead.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string HubPrefix = "sha256=";
    private const string Bearer = "Bearer ";
    private static readonly string[] IdHeaders = [StandardSignature.IdHeader, "X-GitHub-Delivery", "Idempotency-Key", "X-Gitlab-Event-UUID"];

    /// <summary>What the caller calls this delivery; null where it does not say.</summary>
    public string? Id => IdHeaders.Select(Header).FirstOrDefault(id => !string.IsNullOrWhiteSpace(id));

    /// <summary>True when the caller knows one of the keys.</summary>
    /// <param name="keys">The trigger's.</param>
    /// <param name="now">The time, against which signatures with a time are held.</param>
    public bool Holds(WebhookKeys keys, DateTimeOffset now)
    {
        var (hub, standard, token) = (IsHub(keys.Secret), IsStandard(keys.Secret, now), IsToken(keys.Token));
        return hub | standard | token;
    }

    private bool IsHub(string? secret)
    {
        if (secret is null || Header(HubHeader) is not { } shown || !shown.StartsWith(HubPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return Same(shown[HubPrefix.Length..].Trim().ToLowerInvariant(), Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Body.Span)));
    }

    private bool IsStandard(string? secret, DateTimeOffset now)
    {
        if (secret is null || Header(StandardSignature.Header) is not { } shown || Header(StandardSignature.IdHeader) is not { Length: > 0 } id
            || Header(StandardSignature.TimeHeader) is not { } time || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - (decimal)seconds) > (decimal)Tolerance.TotalSeconds || !StandardSignature.TryKey(secret, out var key))
        {
            return false;
        }

        var right = StandardSignature.Of(key, id, time, Body.Span);
        return shown.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(false, (found, signature) => found | Same(signature, right));
    }

    private bool IsToken(string? token)
    {
        var shown = Header("Authorization") is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : Header("X-Gitlab-Token");
        return token is not null && shown is not null && Same(shown, token);
    }

    // Hashes have one length, whatever was sent.
    private static bool Same(string shown, string right) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(right)));
}
