using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
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
        new(arguments.ValueKind == JsonValueKind.Object && OfPlain(tool, arguments) is { } quick ? quick : CanonicalJson.Sha256(new { tool, arguments }));

    /// <summary>The hex digits.</summary>
    public override string ToString() => Value;

    private static string? OfPlain(string tool, JsonElement arguments)
    {
        ReadOnlySpan<byte> before = "{\"arguments\":"u8, between = ",\"tool\":"u8;
        var name = Encoding.UTF8.GetByteCount(tool);
        var canonical = ArrayPool<byte>.Shared.Rent(before.Length + JsonMarshal.GetRawUtf8Value(arguments).Length + between.Length + (2 * name) + 3);
        try
        {
            before.CopyTo(canonical);
            var written = before.Length;
            if (!PlainJson.TryWrite(arguments, canonical, ref written))
            {
                return null;
            }

            between.CopyTo(canonical.AsSpan(written));
            written += between.Length;
            var spelled = canonical.AsSpan(canonical.Length - name, Encoding.UTF8.GetBytes(tool, canonical.AsSpan(canonical.Length - name)));
            if (!PlainJson.TryWriteString(spelled, canonical, ref written))
            {
                return null;
            }

            canonical[written++] = (byte)'}';
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(canonical.AsSpan(0, written), hash);
            return Convert.ToHexStringLower(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(canonical, clearArray: true);
        }
    }
}
