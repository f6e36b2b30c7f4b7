using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Objects;

/// <summary>Turns objects into the bytes that are stored and sent.</summary>
internal static class ObjectBytes
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 512 };
    private static readonly JsonSerializerOptions _nodes = new() { MaxDepth = 512 };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>
    /// Serializes for the store, with an empty metadata.resourceVersion for the store to fill in. Custom objects come out with
    /// their keys in order, as a real API server writes them.
    /// </summary>
    public static SerializedObject ForStore(JsonObject resource, bool sorted)
    {
        (ArrayBufferWriter<byte> buffer, Utf8JsonWriter json) = Rent();
        ObjectMeta.Of(resource)["resourceVersion"] = "";
        int offset = 0;
        json.WriteStartObject();
        foreach ((string name, JsonNode? value) in Fields(resource, sorted))
        {
            json.WritePropertyName(name);
            if (name == "metadata" && value is JsonObject metadata)
            {
                offset = WriteMetadata(json, metadata, sorted);
            }
            else
            {
                Write(json, value, sorted);
            }
        }

        json.WriteEndObject();
        json.Flush();
        return new SerializedObject(buffer.WrittenSpan.ToArray(), offset);
    }

    public static byte[] Of(JsonNode? node)
    {
        (ArrayBufferWriter<byte> buffer, Utf8JsonWriter json) = Rent();
        Write(json, node, sorted: false);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static int WriteMetadata(Utf8JsonWriter json, JsonObject metadata, bool sorted)
    {
        int offset = 0;
        json.WriteStartObject();
        foreach ((string name, JsonNode? value) in Fields(metadata, sorted))
        {
            json.WritePropertyName(name);
            Write(json, value, sorted);
            if (name == "resourceVersion")
            {
                offset = (int)(json.BytesCommitted + json.BytesPending) - 1;
            }
        }

        json.WriteEndObject();
        return offset;
    }

    private static void Write(Utf8JsonWriter json, JsonNode? node, bool sorted)
    {
        switch (node)
        {
            case null:
                json.WriteNullValue();
                break;
            case JsonObject map when sorted:
                json.WriteStartObject();
                foreach ((string name, JsonNode? value) in Fields(map, sorted))
                {
                    json.WritePropertyName(name);
                    Write(json, value, sorted);
                }

                json.WriteEndObject();
                break;
            case JsonArray list when sorted:
                json.WriteStartArray();
                foreach (JsonNode? item in list)
                {
                    Write(json, item, sorted);
                }

                json.WriteEndArray();
                break;
            default:
                node.WriteTo(json, _nodes);
                break;
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Fields(JsonObject map, bool sorted)
    {
        if (!sorted || InOrder(map))
        {
            return map;
        }

        KeyValuePair<string, JsonNode?>[] fields = [.. map];
        Array.Sort(fields, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return fields;
    }

    private static bool InOrder(JsonObject map)
    {
        for (int i = 1; i < map.Count; i++)
        {
            if (string.CompareOrdinal(map.GetAt(i - 1).Key, map.GetAt(i).Key) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) Rent()
    {
        // A buffer that once held a giant is not kept.
        if (_buffer is null || _buffer.Capacity > 1024 * 1024)
        {
            _buffer = new ArrayBufferWriter<byte>(8192);
            _writer = new Utf8JsonWriter(_buffer, Options);
        }

        _buffer.ResetWrittenCount();
        _writer!.Reset(_buffer);
        return (_buffer, _writer);
    }
}
