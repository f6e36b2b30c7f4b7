using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Protobuf;

/// <summary>Turns single protobuf values into JSON.</summary>
internal static class ProtobufValue
{
    public static JsonNode? Read(ref ProtobufReader reader, string type, int depth) => type switch
    {
        "s" => Encoding.UTF8.GetString(reader.Content),
        "b" => reader.Whole != 0,
        "i" => (long)reader.Whole,
        "y" => Convert.ToBase64String(reader.Content),
        "d" => BitConverter.UInt64BitsToDouble(reader.Whole),
        "f" => BitConverter.UInt32BitsToSingle((uint)reader.Whole),
        "Time" => Time(reader.Content, micro: false),
        "MicroTime" => Time(reader.Content, micro: true),
        "IntOrString" => IntOrString(reader.Content),
        "Quantity" => First(reader.Content),
        "Raw" => Raw(reader.Content),
        "Texts" => Texts(reader.Content),
        "Duration" => First(reader.Content),
        _ => ProtobufObject.Message(reader.Content, MessageTypes.Find(type) ?? throw new FormatException($"unknown type {type}"), depth),
    };

    public static bool IsZero(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>().Length == 0,
        JsonValueKind.Number => value.ToJsonString() == "0",
        JsonValueKind.False => true,
        _ => false,
    };

    private static JsonNode? Time(ReadOnlySpan<byte> content, bool micro)
    {
        long seconds = 0;
        long nanos = 0;
        bool any = false;
        ProtobufReader reader = new(content);
        while (reader.Read())
        {
            any = true;
            (seconds, nanos) = reader.Number == 1 ? ((long)reader.Whole, nanos) : (seconds, (long)reader.Whole);
        }

        if (!any)
        {
            return null;
        }

        DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(nanos / 100);
        return micro ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture) : ObjectMeta.Timestamp(time);
    }

    private static JsonNode IntOrString(ReadOnlySpan<byte> content)
    {
        long kind = 0;
        long whole = 0;
        string text = "";
        ProtobufReader reader = new(content);
        while (reader.Read())
        {
            switch (reader.Number)
            {
                case 1:
                    kind = (long)reader.Whole;
                    break;
                case 2:
                    whole = (int)reader.Whole;
                    break;
                case 3:
                    text = Encoding.UTF8.GetString(reader.Content);
                    break;
            }
        }

        return kind == 1 ? text : whole;
    }

    private static JsonNode? First(ReadOnlySpan<byte> content)
    {
        ProtobufReader reader = new(content);
        return reader.Read() ? reader.Content.Length > 0 ? Encoding.UTF8.GetString(reader.Content) : ObjectStore.VersionText((long)reader.Whole) : null;
    }

    private static JsonNode? Raw(ReadOnlySpan<byte> content)
    {
        ProtobufReader reader = new(content);
        return reader.Read() ? JsonDocumentReader.Read(reader.Content).Root : null;
    }

    private static JsonArray Texts(ReadOnlySpan<byte> content)
    {
        JsonArray texts = [];
        ProtobufReader reader = new(content);
        while (reader.Read())
        {
            texts.Add(Encoding.UTF8.GetString(reader.Content));
        }

        return texts;
    }
}
