using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

/// <summary>Reads a line as POSIX shells and bash do. It runs nothing and expands nothing; what it cannot read for certain it refuses.</summary>
internal sealed partial class ShellParser
{
    /// <summary>How deep constructs may lie inside of one another.</summary>
    public const int MaxDepth = 64;

    private const int MostJoins = 64;

    private string _text;
    private readonly ParseContext _context;
    private int _at;
    private int _depth;
    private int _joins;

    private ShellParser(string text, ParseContext context, int depth) => (_text, _context, _depth) = (text, context, depth);

    /// <summary>Reads a line, or a script of several.</summary>
    public static ParsedLine Parse(string text)
    {
        var first = Parse(text, new ParseContext());
        if (first.Doubt is null || first.Program is null)
        {
            return first;
        }

        // A shell runs the lines before the one that it cannot read; of a single line it runs nothing.
        var other = Parse(text, new ParseContext { Plain = true }).Program;
        return other is null && text.Contains('\n', StringComparison.Ordinal)
            ? new ParsedLine(null, first.Doubt, first.Doubt)
            : first with { Other = other };
    }

    private static ParsedLine Parse(string text, ParseContext context)
    {
        try
        {
            var program = new ShellParser(text, context, 0).ReadProgram();
            return new ParsedLine(program, null, context.Doubt);
        }
        catch (ShellSyntaxException problem)
        {
            return new ParsedLine(null, problem.Message, context.Doubt);
        }
    }

    private bool AtEnd => _at >= _text.Length;

    private char Current => Peek(0);

    private char Peek(int offset) => _at + offset < _text.Length ? _text[_at + offset] : '\0';

    private CommandList ReadProgram()
    {
        if (_text.Contains('\0', StringComparison.Ordinal))
        {
            throw Problem("The text holds a NUL character, at which shells stop reading.");
        }

        var program = ReadList();
        return AtEnd ? program : throw Problem($"'{Shown()}' has no beginning.");
    }

    private void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw Problem($"Commands lie more than {MaxDepth} deep inside of one another.");
        }
    }

    private void Leave() => _depth--;

    private void SkipBlanks()
    {
        while (!AtEnd)
        {
            var c = _text[_at];
            if (Characters.IsBlank(c))
            {
                _at++;
            }
            else if (c == '\\' && Peek(1) == '\n')
            {
                _at += 2;
            }
            else if (c == '#')
            {
                var end = _text.IndexOf('\n', _at);
                _at = end < 0 ? _text.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipNewlines()
    {
        SkipBlanks();
        while (Current == '\n')
        {
            TakeNewline();
            SkipBlanks();
        }
    }

    /// <summary>The word at the position, when it is nothing but plain characters: what a keyword looks like.</summary>
    private ReadOnlySpan<char> PeekBare()
    {
        while (true)
        {
            var rest = _text.AsSpan(_at);
            var length = rest.IndexOfAny(Characters.Special);
            if (length < 0)
            {
                return rest;
            }

            if (length == 0 || !IsContinuation(_at + length))
            {
                return Characters.IsMeta(rest[length]) ? rest[..length] : default;
            }

            JoinLines(_at + length);
        }
    }

    private bool IsContinuation(int index) => CharAt(index) == '\\' && CharAt(index + 1) == '\n';

    // Outside of quotes a backslash before a new line is as if neither were there, also in the middle of a keyword.
    private void JoinLines(int index)
    {
        if (++_joins > MostJoins)
        {
            throw Problem("Too many words are split over lines.");
        }

        _text = _text.Remove(index, 2);
        _subscriptEnds?.Clear();
    }

    private void Expect(string keyword)
    {
        SkipBlanks();
        if (!PeekBare().SequenceEqual(keyword))
        {
            throw Problem($"'{keyword}' is missing.");
        }

        _at += keyword.Length;
    }

    private void Expect(char sign)
    {
        SkipBlanks();
        if (Current != sign || AtEnd)
        {
            throw Problem($"'{sign}' is missing.");
        }

        _at++;
    }

    private void Doubt(string why) => _context.Doubt ??= why;

    private string Shown() => _text.Substring(_at, Math.Min(12, _text.Length - _at));

    private ShellSyntaxException Problem(string message) => new(message, _at);
}
