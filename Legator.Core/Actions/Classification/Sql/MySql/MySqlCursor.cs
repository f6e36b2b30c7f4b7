using System.Text;

namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>The tokens of one statement with their text. Before the first and after the last there is nothing, without end.</summary>
internal readonly ref struct MySqlCursor(ReadOnlySpan<char> text, ReadOnlySpan<MySqlToken> tokens)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<MySqlToken> tokens = tokens;

    /// <summary>Number of tokens.</summary>
    public int Count => tokens.Length;

    /// <summary>A token; nothing outside of the statement.</summary>
    public MySqlToken this[int index] => (uint)index < (uint)tokens.Length ? tokens[index] : default;

    /// <summary>The rest of the statement from a token on.</summary>
    public MySqlCursor From(int index) => new(text, tokens[Math.Min(index, tokens.Length)..]);

    /// <summary>The part of the statement before a token.</summary>
    public MySqlCursor Until(int index) => new(text, tokens[..Math.Min(index, tokens.Length)]);

    /// <summary>What a token says, without its quotes or signs.</summary>
    public ReadOnlySpan<char> Text(int index)
    {
        var token = this[index];
        return text.Slice(token.Start, token.Length);
    }

    /// <summary>True for a bare word of that spelling, in any case.</summary>
    public bool Is(int index, string word) => this[index] is { Kind: MySqlTokenKind.Word } token && token.Length == word.Length && Says(index, word);

    /// <summary>True for a bare word that is one of these.</summary>
    public bool IsAny(int index, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(index, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a symbol.</summary>
    public bool Is(int index, char symbol) => this[index].Symbol == symbol;

    /// <summary>True for what can be a name: a word, or something in backticks or double quotes.</summary>
    public bool IsName(int index) => this[index].Kind is MySqlTokenKind.Word or MySqlTokenKind.Quoted or MySqlTokenKind.DoubleQuoted;

    /// <summary>True when a token says that, in any case; for names, which are compared in ASCII.</summary>
    public bool Says(int index, string name) => Ascii.EqualsIgnoreCase(Text(index), name);

    /// <summary>The token after the parenthesis that closes the one at a place; the end where none does.</summary>
    public int After(int open)
    {
        var depth = 0;
        for (var i = open; i < Count; i++)
        {
            depth += tokens[i].Symbol switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return Count;
    }

    /// <summary>Reads a name with its schema: <c>a</c>, <c>a.b</c>, <c>`a`.`b`</c>; folded, because some servers fold. Null where there is none.</summary>
    /// <param name="index">Where it begins; afterwards, the token after it.</param>
    public string? Qualified(ref int index)
    {
        if (Is(index, '.'))
        {
            index++;
        }

        if (!IsName(index))
        {
            return null;
        }

        var name = Text(index++).ToString();
        for (var parts = 1; Is(index, '.') && IsName(index + 1); parts++)
        {
            // Names have three parts at most; whoever writes thousands must not make this slow.
            name = parts < 4 ? $"{name}.{Text(index + 1)}" : name;
            index += 2;
        }

        return MySqlNames.Folded(name);
    }
}
