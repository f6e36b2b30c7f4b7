using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Legator.Core.YamlText;

/// <summary>On which lines the values of a YAML text stand, so that whoever has to mend one finds it.</summary>
public sealed class YamlLines
{
    private const int MaxDepth = 100;

    private readonly List<Dictionary<string, int>> _documents = [];

    private YamlLines()
    {
    }

    /// <summary>Reads the text. What is not YAML has lines as far as it can be read.</summary>
    public static YamlLines Of(string text)
    {
        var lines = new YamlLines();
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            while (parser.TryConsume<DocumentStart>(out _))
            {
                lines.ReadDocument(parser);
            }
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or InvalidCastException)
        {
            return lines;
        }

        return lines;
    }

    /// <summary>The line, from 1, of the value that a path such as <c>turns[0].call.tool</c> leads to, or of what comes nearest to it; null when the document is not there.</summary>
    /// <param name="path">The path; case does not matter. Empty for the document.</param>
    /// <param name="document">Number of the document among those that are not empty, from 0.</param>
    public int? Find(string path, int document = 0)
    {
        if (document >= _documents.Count)
        {
            return null;
        }

        for (var known = path; ; known = known[..Math.Max(0, known.LastIndexOfAny(['.', '[']))])
        {
            if (_documents[document].TryGetValue(known, out var line))
            {
                return line;
            }

            if (known.Length == 0)
            {
                return null;
            }
        }
    }

    private void ReadDocument(Parser parser)
    {
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        if (parser.Current is not Scalar { Style: ScalarStyle.Plain, Value: "" })
        {
            _documents.Add(lines);
        }

        ReadNode(parser, lines, "", 0);
        parser.Consume<DocumentEnd>();
    }

    private static void ReadNode(Parser parser, Dictionary<string, int> lines, string path, int depth)
    {
        var start = parser.Current ?? throw new InvalidOperationException("The text ends in the middle.");
        if (depth > MaxDepth)
        {
            throw new InvalidOperationException("The text is nested too deeply.");
        }

        lines.TryAdd(path, (int)start.Start.Line);
        parser.MoveNext();
        if (start is SequenceStart)
        {
            for (var index = 0; !parser.TryConsume<SequenceEnd>(out _); index++)
            {
                ReadNode(parser, lines, $"{path}[{index}]", depth + 1);
            }
        }
        else if (start is MappingStart)
        {
            ReadMapping(parser, lines, path, depth);
        }
    }

    private static void ReadMapping(Parser parser, Dictionary<string, int> lines, string path, int depth)
    {
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Current ?? throw new InvalidOperationException("The text ends in the middle.");
            if (key is not (Scalar or AnchorAlias))
            {
                throw new InvalidOperationException("A key is no scalar.");
            }

            parser.MoveNext();
            var name = (key as Scalar)?.Value ?? "*";
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            lines.TryAdd(inner, (int)key.Start.Line);
            ReadNode(parser, lines, inner, depth + 1);
        }
    }
}
