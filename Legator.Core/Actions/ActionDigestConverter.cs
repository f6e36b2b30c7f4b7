using System.Text.Json;
using System.Text.Json.Serialization;

namespace Legator.Core.Actions;

/// <summary>Writes a digest as its hex string.</summary>
internal sealed class ActionDigestConverter : JsonConverter<ActionDigest>
{
    public override ActionDigest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A digest is a string of 64 hex digits."));

    public override void Write(Utf8JsonWriter writer, ActionDigest value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
