using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Legator.Core.YamlText;

/// <summary>Turns parser events into JSON nodes; aliases are copied, and the copies are counted so that a small text cannot become a huge tree.</summary>
internal sealed class YamlReader
{
    private const int MaxDepth = 100;
    private const int MaxNodes = 500_000;
    private const string MergeKey = "<<";

    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, YamlAnchor> _anchors = [];
    private int _nodes;

    public YamlReader(string text)
    {
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
    }

    public IReadOnlyList<JsonNode> ReadAll()
    {
        var documents = new List<JsonNode>();
        try
        {
            _parser.Consume<StreamStart>();
            while (_parser.TryConsume<DocumentStart>(out _))
            {
                _anchors.Clear();
                if (ReadNode(0) is { } document)
                {
                    documents.Add(document);
                }

                _parser.Consume<DocumentEnd>();
            }
        }
        catch (YamlException e)
        {
            throw new YamlFormatException(e.Message, e.End.Line, e.End.Column);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or InvalidCastException)
        {
            // The library answers some damaged texts with exceptions that are not its own.
            var at = _scanner.CurrentPosition;
            throw new YamlFormatException("this is not YAML: check quotes, brackets and indentation near here", at.Line, at.Column);
        }

        return documents;
    }

    private JsonNode? ReadNode(int depth)
    {
        var current = _parser.Current!;
        if (depth > MaxDepth)
        {
            throw At(current, $"nested more than {MaxDepth} levels deep");
        }

        Count(current, 1);
        return current switch
        {
            AnchorAlias alias => ReadAlias(alias),
            Scalar scalar => ReadScalar(scalar),
            SequenceStart start => ReadSequence(start, depth),
            MappingStart start => ReadMapping(start, depth),
            _ => throw At(current, "a value was expected here"),
        };
    }

    private JsonNode? ReadAlias(AnchorAlias alias)
    {
        _parser.MoveNext();
        if (!_anchors.TryGetValue(alias.Value, out var anchor))
        {
            throw At(alias, $"alias '*{alias.Value}' has no anchor before it");
        }

        Count(alias, anchor.Nodes);
        return anchor.Value?.DeepClone();
    }

    private JsonNode? ReadScalar(Scalar scalar)
    {
        _parser.MoveNext();
        var value = YamlScalar.Resolve(scalar);
        Remember(scalar.Anchor, value, 1);
        return value;
    }

    private JsonArray ReadSequence(SequenceStart start, int depth)
    {
        _parser.MoveNext();
        var before = _nodes;
        var items = new JsonArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        Remember(start.Anchor, items, _nodes - before);
        return items;
    }

    private JsonObject ReadMapping(MappingStart start, int depth)
    {
        _parser.MoveNext();
        var before = _nodes;
        var map = new JsonObject();
        var merged = new List<JsonNode?>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadKey(out var mark, out var isMerge);
            if (isMerge)
            {
                merged.Add(ReadNode(depth + 1));
                continue;
            }

            if (map.ContainsKey(key))
            {
                throw new YamlFormatException($"key '{key}' is given twice in one mapping: remove one", mark.Line, mark.Column);
            }

            map.Add(key, ReadNode(depth + 1));
        }

        Merge(map, merged, start);
        Remember(start.Anchor, map, _nodes - before);
        return map;
    }

    private string ReadKey(out Mark mark, out bool isMerge)
    {
        mark = _parser.Current!.Start;
        if (_parser.Current is AnchorAlias alias)
        {
            isMerge = false;
            return YamlScalar.ToKey(ReadAlias(alias)) ?? throw At(alias, "a key must be a scalar");
        }

        var key = _parser.Current as Scalar ?? throw At(_parser.Current!, "a key must be a scalar");
        isMerge = key is { Style: ScalarStyle.Plain, Value: MergeKey };
        return YamlScalar.ToKey(ReadScalar(key)) ?? "null";
    }

    /// <summary>Merged mappings give way to keys of the mapping itself, and later ones to earlier ones.</summary>
    private static void Merge(JsonObject map, List<JsonNode?> merged, ParsingEvent at)
    {
        foreach (var source in merged.SelectMany(node => node is JsonArray array ? array.AsEnumerable() : [node]))
        {
            if (source is not JsonObject mapping)
            {
                throw At(at, "'<<' takes a mapping or a list of mappings");
            }

            foreach (var (key, value) in mapping.Where(pair => !map.ContainsKey(pair.Key)))
            {
                map.Add(key, value?.DeepClone());
            }
        }
    }

    private void Remember(AnchorName anchor, JsonNode? value, int nodes)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = new YamlAnchor(value, nodes);
        }
    }

    private void Count(ParsingEvent at, int nodes)
    {
        _nodes += nodes;
        if (_nodes > MaxNodes)
        {
            throw At(at, $"more than {MaxNodes} values, aliases counted as often as they are used");
        }
    }

    private static YamlFormatException At(ParsingEvent at, string problem) => new(problem, at.Start.Line, at.Start.Column);
}
