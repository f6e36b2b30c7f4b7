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

    /// <summary>Serializes for the store: metadata.resourceVersion comes last in metadata, empty, for the store to fill in.</summary>
    public static SerializedObject ForStore(JsonObject resource)
    {
        (ArrayBufferWriter<byte> buffer, Utf8JsonWriter json) = Rent();
        int offset = 0;
        json.WriteStartObject();
        foreach ((string name, JsonNode? value) in resource)
        {
            json.WritePropertyName(name);
            if (name == "metadata" && value is JsonObject metadata)
            {
                offset = WriteMetadata(json, metadata);
            }
            else
            {
                Write(json, value);
            }
        }

        json.WriteEndObject();
        json.Flush();
        return new SerializedObject(buffer.WrittenSpan.ToArray(), offset);
    }

    public static byte[] Of(JsonNode? node)
    {
        (ArrayBufferWriter<byte> buffer, Utf8JsonWriter json) = Rent();
        Write(json, node);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static int WriteMetadata(Utf8JsonWriter json, JsonObject metadata)
    {
        json.WriteStartObject();
        foreach ((string name, JsonNode? value) in metadata)
        {
            if (name != "resourceVersion")
            {
                json.WritePropertyName(name);
                Write(json, value);
            }
        }

        json.WriteString("resourceVersion"u8, ""u8);
        int offset = (int)(json.BytesCommitted + json.BytesPending) - 1;
        json.WriteEndObject();
        return offset;
    }

    private static void Write(Utf8JsonWriter json, JsonNode? node)
    {
        if (node is null)
        {
            json.WriteNullValue();
        }
        else
        {
            node.WriteTo(json, _nodes);
        }
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
