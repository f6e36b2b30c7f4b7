using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Legator.Core.Audit;

/// <summary>The canonical form of JSON (RFC 8785): one byte sequence for each value, so that hashes and digests mean the value and not its spelling.</summary>
public static class CanonicalJson
{
    /// <summary>Serialises a value with the product's JSON rules and brings it into canonical form.</summary>
    public static byte[] Serialize<T>(T value)
    {
        using var document = JsonSerializer.SerializeToDocument(value, LegatorJson.Options);
        return Canonicalize(document.RootElement);
    }

    /// <summary>SHA-256, lower-case hex, over <see cref="Serialize{T}"/>.</summary>
    public static string Sha256<T>(T value) => Convert.ToHexStringLower(SHA256.HashData(Serialize(value)));

    /// <summary>The canonical form of a text.</summary>
    public static byte[] Canonicalize(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var (output, written) = (new byte[bytes.Length + 2], 0);
        return PlainJson.TryWriteString(bytes, output, ref written) ? output : Serialize(text);
    }

    /// <summary>Brings a parsed value into canonical form.</summary>
    public static byte[] Canonicalize(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = CanonicalEncoder.Instance }))
        {
            Write(writer, LoneSurrogates.Repair(element));
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(CanonicalNumber.Format(element), skipInputValidation: true);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
