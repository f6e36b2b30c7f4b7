using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Lines;

/// <summary>Reads a pipeline, and the <c>!</c> and <c>time</c> before it.</summary>
internal static class PipelineReader
{
    /// <summary>Reads a pipeline; a command alone is its own.</summary>
    public static ShellNode Read(ShellCursor cursor)
    {
        if (SkipWords(cursor, out var negated) && AtCommandEnd(cursor))
        {
            return new SimpleCommand();
        }

        var first = NodeReader.Read(cursor);
        cursor.SkipBlanks();
        if (!AtPipe(cursor))
        {
            return negated ? new Pipeline([first]) : first;
        }

        List<ShellNode> stages = [first];
        while (AtPipe(cursor))
        {
            cursor.At += cursor.Peek(1) == '&' ? 2 : 1;
            cursor.SkipNewlines();
            if (cursor.PeekBare() is "!")
            {
                throw cursor.Problem("'!' stands before a whole pipeline only.");
            }

            stages.Add(NodeReader.Read(cursor));
            cursor.SkipBlanks();
        }

        return new Pipeline(stages);
    }

    /// <summary>True where a command ends.</summary>
    public static bool AtCommandEnd(ShellCursor cursor) => cursor.AtEnd || cursor.Current is '\n' or ';' or ')' or '|' || (cursor.Current == '&' && cursor.Peek(1) != '>');

    private static bool AtPipe(ShellCursor cursor) => cursor.Current == '|' && cursor.Peek(1) != '|';

    // "!" and "time" say nothing of what runs. True when a command may be missing after them ("time" alone).
    private static bool SkipWords(ShellCursor cursor, out bool negated)
    {
        negated = false;
        var timed = false;
        while (true)
        {
            cursor.SkipBlanks();
            var word = cursor.PeekBare();
            if (word is "!")
            {
                cursor.At++;
                negated = true;
                timed = false;
            }
            else if (word is "time")
            {
                cursor.At += 4;
                timed = true;
                SkipTimeOptions(cursor);
            }
            else
            {
                return timed;
            }
        }
    }

    private static void SkipTimeOptions(ShellCursor cursor)
    {
        cursor.SkipBlanks();
        while (cursor.PeekBare() is "-p" or "--")
        {
            cursor.At += 2;
            cursor.SkipBlanks();
        }
    }
}
