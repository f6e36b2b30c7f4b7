using Legator.Core.Actions.Classification.Shell.Parsing.Pieces;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Lines;

/// <summary>Reads functions, in either way of writing them.</summary>
internal static class FunctionReader
{
    /// <summary>Reads a function that begins with <c>function</c>.</summary>
    public static FunctionCommand ReadNamed(ShellCursor cursor)
    {
        cursor.At += "function".Length;
        cursor.SkipBlanks();
        var name = WordReader.Read(cursor).Literal ?? throw cursor.Problem("A function's name is not known.");
        cursor.SkipBlanks();
        if (cursor.Current == '(' && IsEmptyParentheses(cursor))
        {
            cursor.At = cursor.Text.IndexOf(')', cursor.At) + 1;
        }

        return ReadBody(cursor, name);
    }

    /// <summary>Reads a function behind its name, at the parentheses.</summary>
    public static FunctionCommand ReadPlain(ShellCursor cursor, ParsedWord name)
    {
        cursor.At = cursor.Text.IndexOf(')', cursor.At) + 1;
        return ReadBody(cursor, name.Literal ?? throw cursor.Problem("A function's name is not known."));
    }

    /// <summary>True where nothing stands between the parentheses.</summary>
    public static bool IsEmptyParentheses(ShellCursor cursor)
    {
        var offset = 1;
        while (Characters.IsBlank(cursor.Peek(offset)))
        {
            offset++;
        }

        return cursor.Peek(offset) == ')';
    }

    private static FunctionCommand ReadBody(ShellCursor cursor, string name)
    {
        cursor.SkipNewlines();
        cursor.Enter();
        var body = NodeReader.ReadCompound(cursor) ?? throw cursor.Problem($"The function '{name}' has no body.");
        body.Redirections = RedirectionReader.ReadAll(cursor);
        cursor.Leave();
        return new FunctionCommand(name, body);
    }
}
