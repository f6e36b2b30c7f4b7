using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Objects;

/// <summary>
/// Reads JSON into nodes eagerly. The library's own parser keeps the text and fails late on duplicate fields;
/// the API server accepts them, takes the last and warns.
/// </summary>
internal ref struct JsonDocumentReader
{
    private const int MaxDepth = 256;
    private readonly List<string> _path = [];
    private Utf8JsonReader _reader;
    private List<string>? _duplicates;

    private JsonDocumentReader(ReadOnlySpan<byte> text) => _reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });

    public static ParsedJson Read(ReadOnlySpan<byte> text)
    {
        JsonDocumentReader document = new(text);
        document._reader.Read();
        JsonNode? root = document.Value();
        if (document._reader.Read())
        {
            throw new JsonException("invalid character after top-level value");
        }

        return new ParsedJson(root, document._duplicates ?? []);
    }

    public static JsonObject ReadObject(ReadOnlySpan<byte> text) => (JsonObject)Read(text).Root!;

    private JsonNode? Value() => _reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(),
        JsonTokenType.StartArray => Array(),
        JsonTokenType.String => JsonValue.Create(_reader.GetString()),
        JsonTokenType.Number => Number(),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        _ => null,
    };

    private JsonNode Number()
    {
        if (_reader.TryGetInt64(out long whole))
        {
            return JsonValue.Create(whole);
        }

        double value = _reader.GetDouble();
        return double.IsFinite(value) ? JsonValue.Create(value) : throw new JsonException("number out of range");
    }

    private JsonObject Object()
    {
        JsonObject found = [];
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = _reader.GetString()!;
            _path.Add(name);
            _reader.Read();
            JsonNode? value = Value();
            if (!found.TryAdd(name, value))
            {
                (_duplicates ??= []).Add(PathText());
                found[name] = value;
            }

            _path.RemoveAt(_path.Count - 1);
        }

        return found;
    }

    private JsonArray Array()
    {
        JsonArray found = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            _path.Add($"[{found.Count}]");
            found.Add(Value());
            _path.RemoveAt(_path.Count - 1);
        }

        return found;
    }

    private readonly string PathText()
    {
        System.Text.StringBuilder text = new();
        foreach (string step in _path)
        {
            if (text.Length > 0 && step[0] != '[')
            {
                text.Append('.');
            }

            text.Append(step);
        }

        return text.ToString();
    }
}
