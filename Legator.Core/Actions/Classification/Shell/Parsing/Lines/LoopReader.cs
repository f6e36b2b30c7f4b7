using Legator.Core.Actions.Classification.Shell.Parsing.Pieces;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Lines;

/// <summary>Reads loops: <c>while</c>, <c>until</c>, <c>for</c> and <c>select</c>.</summary>
internal static class LoopReader
{
    /// <summary>Reads <c>while</c> or <c>until</c>, behind its keyword.</summary>
    public static LoopCommand ReadWhile(ShellCursor cursor)
    {
        var condition = ListReader.ReadBody(cursor);
        cursor.Expect("do");
        return new LoopCommand(condition, ReadBody(cursor));
    }

    /// <summary>Reads <c>for</c> or <c>select</c>, behind its keyword.</summary>
    public static ShellNode ReadFor(ShellCursor cursor, bool choice)
    {
        cursor.SkipBlanks();
        if (!choice && cursor.Current == '(' && cursor.Peek(1) == '(')
        {
            cursor.At += 2;
            var expression = ArithmeticReader.Read(cursor, "))", counting: true);
            return new CountingCommand(expression, ReadForBody(cursor));
        }

        var name = cursor.PeekBare();
        if (!Characters.IsName(name))
        {
            throw cursor.Problem("'for' names no variable.");
        }

        var variable = name.ToString();
        cursor.At += variable.Length;
        cursor.SkipNewlines();
        return new ForCommand(variable, ReadForWords(cursor), ReadForBody(cursor), choice);
    }

    private static CommandList ReadBody(ShellCursor cursor)
    {
        var body = ListReader.ReadBody(cursor);
        cursor.Expect("done");
        return body;
    }

    private static List<ParsedWord>? ReadForWords(ShellCursor cursor)
    {
        if (cursor.PeekBare() is not "in")
        {
            return null;
        }

        cursor.At += 2;
        List<ParsedWord> words = [];
        cursor.SkipBlanks();
        while (!cursor.AtWordEnd)
        {
            words.Add(WordReader.Read(cursor));
            cursor.SkipBlanks();
        }

        return cursor.Current is ';' or '\n' ? words : throw cursor.Problem("The words of 'for' end with ';' or a new line.");
    }

    private static CommandList ReadForBody(ShellCursor cursor)
    {
        cursor.SkipBlanks();
        if (cursor.Current == ';' && cursor.Peek(1) != ';')
        {
            cursor.At++;
        }

        cursor.SkipNewlines();
        if (cursor.PeekBare() is "{")
        {
            cursor.At++;
            return NodeReader.ReadGroup(cursor).Body;
        }

        cursor.Expect("do");
        return ReadBody(cursor);
    }
}
