namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>The tokens of a text in one mode, and what the lexer noticed on its way.</summary>
internal sealed class MySqlTokenList(int capacity)
{
    private readonly List<MySqlToken> tokens = new(capacity);
    private List<(int Start, int Length)>? hints;

    /// <summary>Why the text cannot be cut into tokens from there on; null when it can.</summary>
    public string? Problem { get; set; }

    /// <summary>A backslash stands before a quote, so where strings end depends on the server's mode.</summary>
    public bool EscapesMatter { get; set; }

    /// <summary>The same, in double quotes.</summary>
    public bool DoubleEscapesMatter { get; set; }

    /// <summary>How many conditional comments there are.</summary>
    public int Conditions { get; private set; }

    /// <summary>One bit for each conditional comment whose version may have six digits.</summary>
    public uint LongVersions { get; private set; }

    /// <summary>Contents of the optimizer hints, in order.</summary>
    public IReadOnlyList<(int Start, int Length)> Hints => hints ?? [];

    /// <summary>The tokens.</summary>
    public ReadOnlySpan<MySqlToken> Tokens => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens);

    /// <summary>Adds a token.</summary>
    public void Add(in MySqlToken token) => tokens.Add(token);

    /// <summary>Adds an optimizer hint.</summary>
    public void AddHint(int start, int length) => (hints ??= []).Add((start, length));

    /// <summary>Counts a conditional comment.</summary>
    /// <param name="longVersion">Its version may have six digits.</param>
    public void AddCondition(bool longVersion)
    {
        LongVersions |= longVersion && Conditions < 32 ? 1u << Conditions : 0;
        Conditions++;
    }
}
