using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Lines;

/// <summary>Reads commands one after another, joined by <c>;</c>, <c>&amp;</c>, <c>&amp;&amp;</c>, <c>||</c> and new lines.</summary>
internal static class ListReader
{
    /// <summary>Reads a list; it may be empty.</summary>
    public static CommandList Read(ShellCursor cursor)
    {
        cursor.Enter();
        var entries = new List<ListEntry>(1);
        while (true)
        {
            cursor.SkipNewlines();
            if (AtListEnd(cursor))
            {
                break;
            }

            var first = entries.Count;
            ReadChain(cursor, entries);
            cursor.SkipBlanks();
            if (cursor.Current == ';' && cursor.Peek(1) is not (';' or '&'))
            {
                cursor.At++;
            }
            else if (cursor.Current == '&')
            {
                cursor.At++;
                for (var i = first; i < entries.Count; i++)
                {
                    entries[i].Background = true;
                }
            }
            else if (cursor.Current != '\n' && !AtListEnd(cursor))
            {
                throw cursor.Problem($"'{cursor.Shown()}' is not expected after a command.");
            }
        }

        cursor.Leave();
        return new CommandList(entries);
    }

    /// <summary>Reads a list that the grammar wants to hold at least one command.</summary>
    public static CommandList ReadBody(ShellCursor cursor)
    {
        var list = Read(cursor);
        return list.Entries.Count > 0 ? list : throw cursor.Problem("A command is missing.");
    }

    private static bool AtListEnd(ShellCursor cursor)
    {
        if (cursor.AtEnd)
        {
            return true;
        }

        var c = cursor.Current;
        return c switch
        {
            ')' => true,
            ';' => cursor.Peek(1) is ';' or '&',
            '}' or 't' or 'e' or 'f' or 'd' => cursor.PeekBare() is "}" or "then" or "else" or "elif" or "fi" or "do" or "done" or "esac",
            _ => false,
        };
    }

    private static void ReadChain(ShellCursor cursor, List<ListEntry> entries)
    {
        var joint = ListJoint.Sequence;
        while (true)
        {
            entries.Add(new ListEntry(PipelineReader.Read(cursor), joint));
            cursor.SkipBlanks();
            if (cursor.Current == '&' && cursor.Peek(1) == '&')
            {
                joint = ListJoint.And;
            }
            else if (cursor.Current == '|' && cursor.Peek(1) == '|')
            {
                joint = ListJoint.Or;
            }
            else
            {
                return;
            }

            cursor.At += 2;
            cursor.SkipNewlines();
        }
    }
}
