using Legator.Core.Actions.Classification.Shell.Parsing.Pieces;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Lines;

/// <summary>Reads what runs only sometimes: <c>if</c> and <c>case</c>.</summary>
internal static class BranchReader
{
    /// <summary>Reads <c>if</c>, behind its keyword.</summary>
    public static BranchCommand ReadIf(ShellCursor cursor)
    {
        List<Branch> branches = [];
        CommandList? otherwise = null;
        while (true)
        {
            var condition = ListReader.ReadBody(cursor);
            cursor.Expect("then");
            branches.Add(new Branch(condition, ListReader.ReadBody(cursor)));
            cursor.SkipBlanks();
            if (cursor.PeekBare() is "elif")
            {
                cursor.At += 4;
                continue;
            }

            if (cursor.PeekBare() is "else")
            {
                cursor.At += 4;
                otherwise = ListReader.ReadBody(cursor);
            }

            cursor.Expect("fi");
            return new BranchCommand(branches, otherwise);
        }
    }

    /// <summary>Reads <c>case</c>, behind its keyword.</summary>
    public static CaseCommand ReadCase(ShellCursor cursor)
    {
        cursor.SkipBlanks();
        var subject = WordReader.Read(cursor);
        cursor.SkipNewlines();
        cursor.Expect("in");
        List<CaseItem> items = [];
        while (true)
        {
            cursor.SkipNewlines();
            if (cursor.PeekBare() is "esac")
            {
                cursor.At += 4;
                return new CaseCommand(subject, items);
            }

            items.Add(ReadItem(cursor, out var last));
            if (last)
            {
                cursor.SkipNewlines();
                cursor.Expect("esac");
                return new CaseCommand(subject, items);
            }
        }
    }

    private static CaseItem ReadItem(ShellCursor cursor, out bool last)
    {
        if (cursor.Current == '(')
        {
            cursor.At++;
        }

        List<ParsedWord> patterns = [];
        do
        {
            cursor.SkipBlanks();
            patterns.Add(WordReader.Read(cursor));
            cursor.SkipBlanks();
        }
        while (cursor.Current == '|' && cursor.At++ >= 0);

        cursor.Expect(')');
        var body = ListReader.Read(cursor);
        cursor.SkipBlanks();
        last = cursor.Current != ';';
        if (!last)
        {
            // ";;", ";&" and ";;&"; ReadList stops at no other.
            cursor.At += 2;
            if (cursor.Text[cursor.At - 1] == ';' && cursor.Current == '&')
            {
                cursor.At++;
            }
        }

        return new CaseItem(patterns, body);
    }
}
