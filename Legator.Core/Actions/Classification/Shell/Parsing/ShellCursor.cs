using Legator.Core.Actions.Classification.Shell.Parsing.Documents;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

/// <summary>Where the reading of a text stands, and what its readers share.</summary>
/// <param name="text">The text.</param>
/// <param name="context">What the readers of the whole line share.</param>
/// <param name="depth">How deep the text itself lies inside of others.</param>
internal sealed class ShellCursor(string text, ParseContext context, int depth)
{
    /// <summary>How deep constructs may lie inside of one another.</summary>
    private const int MaxDepth = 64;

    private const int MostJoins = 64;

    private int _joins;
    private HereDocumentQueue? _documents;

    /// <summary>The text; lines that a backslash joins are joined in it once they are met.</summary>
    public string Text { get; private set; } = text;

    public ParseContext Context { get; } = context;

    /// <summary>Index of the next character.</summary>
    public int At { get; set; }

    /// <summary>How deep constructs lie inside of one another here.</summary>
    public int Depth { get; private set; } = depth;

    /// <summary>Here-documents whose bodies are still to come.</summary>
    public HereDocumentQueue Documents => _documents ??= new HereDocumentQueue();

    /// <summary>Where subscripts end that were looked over before; null when there were none.</summary>
    public Dictionary<int, int>? SubscriptEnds { get; set; }

    public bool AtEnd => At >= Text.Length;

    /// <summary>The next character; NUL at the end.</summary>
    public char Current => Peek(0);

    /// <summary>True where <c>&lt;(</c> or <c>&gt;(</c> begins.</summary>
    public bool AtProcess => Current is '<' or '>' && Peek(1) == '(';

    /// <summary>True where no word can begin, and an unquoted one ends.</summary>
    public bool AtWordEnd => AtEnd || (Characters.IsMeta(Current) && !AtProcess);

    /// <summary>A character further on; NUL behind the end.</summary>
    public char Peek(int offset) => CharAt(At + offset);

    public char CharAt(int index) => index < Text.Length ? Text[index] : '\0';

    /// <summary>The text from there up to here.</summary>
    public string Since(int start) => Text[start..At];

    public void Enter()
    {
        if (++Depth > MaxDepth)
        {
            throw Problem($"Commands lie more than {MaxDepth} deep inside of one another.");
        }
    }

    public void Leave() => Depth--;

    /// <summary>Skips blanks and comments.</summary>
    public void SkipBlanks()
    {
        while (!AtEnd)
        {
            var c = Text[At];
            if (Characters.IsBlank(c))
            {
                At++;
            }
            else if (c == '\\' && Peek(1) == '\n')
            {
                At += 2;
            }
            else if (c == '#')
            {
                var end = Text.IndexOf('\n', At);
                At = end < 0 ? Text.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Skips blanks and whole lines; here-documents that are due are read.</summary>
    public void SkipNewlines()
    {
        SkipBlanks();
        while (Current == '\n')
        {
            At++;
            _documents?.ReadBodies(this);
            SkipBlanks();
        }
    }

    /// <summary>The word at the position, when it is nothing but plain characters: what a keyword looks like.</summary>
    public ReadOnlySpan<char> PeekBare()
    {
        while (true)
        {
            var rest = Text.AsSpan(At);
            var length = rest.IndexOfAny(Characters.Special);
            if (length < 0)
            {
                return rest;
            }

            if (length == 0 || !IsContinuation(At + length))
            {
                return Characters.IsMeta(rest[length]) ? rest[..length] : default;
            }

            JoinLines(At + length);
        }
    }

    /// <summary>True for a backslash before a new line.</summary>
    public bool IsContinuation(int index) => CharAt(index) == '\\' && CharAt(index + 1) == '\n';

    /// <summary>Outside of quotes a backslash before a new line is as if neither were there, also in the middle of a keyword.</summary>
    public void JoinLines(int index)
    {
        if (++_joins > MostJoins)
        {
            throw Problem("Too many words are split over lines.");
        }

        Text = Text.Remove(index, 2);
        SubscriptEnds?.Clear();
    }

    /// <summary>Takes a keyword.</summary>
    public void Expect(string keyword)
    {
        SkipBlanks();
        if (!PeekBare().SequenceEqual(keyword))
        {
            throw Problem($"'{keyword}' is missing.");
        }

        At += keyword.Length;
    }

    /// <summary>Takes a sign.</summary>
    public void Expect(char sign)
    {
        SkipBlanks();
        if (Current != sign || AtEnd)
        {
            throw Problem($"'{sign}' is missing.");
        }

        At++;
    }

    public void Doubt(string why) => Context.Doubt ??= why;

    /// <summary>The beginning of what follows, for messages.</summary>
    public string Shown() => Text.Substring(At, Math.Min(12, Text.Length - At));

    public ShellSyntaxException Problem(string message) => new(message, At);
}
