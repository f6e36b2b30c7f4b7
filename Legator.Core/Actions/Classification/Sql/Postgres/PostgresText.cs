namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>A text and its tokens, of which the last ones say that it has ended.</summary>
/// <param name="source">The text.</param>
/// <param name="tokens">Its tokens, followed by at least three ends.</param>
internal sealed class PostgresText(string source, PostgresToken[] tokens)
{
    public ref readonly PostgresToken this[int index] => ref tokens[index];

    /// <summary>The characters of a token as they are written.</summary>
    public ReadOnlySpan<char> Spelling(int index) => source.AsSpan(tokens[index].Start, tokens[index].Length);

    /// <summary>The name that a token stands for, folded as the server folds it.</summary>
    public string Name(int index)
    {
        ref readonly var token = ref tokens[index];
        return token.Value
            ?? token.Word?.Text
            ?? string.Create(token.Length, Spelling(index), static (name, spelling) =>
            {
                for (var i = 0; i < name.Length; i++)
                {
                    name[i] = char.IsAsciiLetterUpper(spelling[i]) ? (char)(spelling[i] | 0x20) : spelling[i];
                }
            });
    }

    /// <summary>True when the token is this name, quoted or not.</summary>
    public bool IsNamed(int index, string name) => tokens[index].IsName && Name(index) == name;

    /// <summary>The parts of a dotted name: the index behind its last part.</summary>
    public int EndOfName(int index)
    {
        var end = index + 1;
        while (tokens[end].Is('.') && tokens[end + 1].IsName)
        {
            end += 2;
        }

        return end;
    }

    /// <summary>A dotted name in one text.</summary>
    public string QualifiedName(int index, int end) =>
        end == index + 1 ? Name(index) : string.Join('.', Enumerable.Range(0, (end - index + 1) / 2).Select(part => Name(index + (2 * part))));

    /// <summary>The parenthesis that closes the one at an index; the end of the text when none does.</summary>
    public int Closing(int open)
    {
        var depth = 0;
        for (var i = open; ; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is('('))
            {
                depth++;
            }
            else if ((token.Is(')') && --depth == 0) || token.Kind == PostgresTokenKind.End)
            {
                return i;
            }
        }
    }

    /// <summary>The <c>;</c> that ends the statement, or the end of the text; -1 when its parentheses do not match.</summary>
    public int EndOfStatement(int index)
    {
        var depth = 0;
        for (var i = index; ; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == PostgresTokenKind.End || (depth == 0 && token.Is(';')))
            {
                return depth == 0 ? i : -1;
            }

            depth += token.Is('(') ? 1 : token.Is(')') ? -1 : 0;
            if (depth < 0)
            {
                return -1;
            }
        }
    }
}
