using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core.Audit;

namespace Legator.Core.Actions;

/// <summary>Binds verdicts, permits, intents and approvals to exactly one call: SHA-256, lower-case hex, over the canonical form of tool and arguments.</summary>
/// <param name="Value">64 hex digits.</param>
[JsonConverter(typeof(ActionDigestConverter))]
public readonly record struct ActionDigest(string Value)
{
    /// <summary>Computes the digest of a call.</summary>
    /// <param name="tool">Tool name.</param>
    /// <param name="arguments">Arguments; member order and number spelling do not matter.</param>
    public static ActionDigest Of(string tool, JsonElement arguments) =>
        new(CanonicalJson.Sha256(new { tool, arguments }));

    /// <summary>The hex digits.</summary>
    public override string ToString() => Value;
}
