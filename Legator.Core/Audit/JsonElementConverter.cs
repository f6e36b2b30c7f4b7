using System.Text.Json;
using System.Text.Json.Serialization;

namespace Legator.Core.Audit;

/// <summary>Writes any parsed value, also one that holds half of a surrogate pair.</summary>
internal sealed class JsonElementConverter : JsonConverter<JsonElement>
{
    public override bool HandleNull => true;

    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => LoneSurrogates.Repair(value).WriteTo(writer);
}
