using Legator.Core.Actions.Classification.Shell.Parsing.Pieces;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Lines;

/// <summary>Reads whatever may stand between two joints: a command with a keyword or parentheses of its own, a function, or a simple command.</summary>
internal static class NodeReader
{
    /// <summary>Reads one.</summary>
    public static ShellNode Read(ShellCursor cursor)
    {
        cursor.SkipBlanks();
        var compound = ReadCompound(cursor);
        if (compound is not null)
        {
            compound.Redirections = RedirectionReader.ReadAll(cursor);
            return compound;
        }

        var word = cursor.PeekBare();
        if (word is "function")
        {
            return FunctionReader.ReadNamed(cursor);
        }

        if (word is "coproc")
        {
            return CoprocessReader.Read(cursor);
        }

        return word is "then" or "else" or "elif" or "fi" or "do" or "done" or "esac" or "}"
            ? throw cursor.Problem($"'{word}' has no beginning.")
            : CommandReader.Read(cursor);
    }

    /// <summary>Reads a command with a keyword or parentheses of its own; null where there is none.</summary>
    public static ShellNode? ReadCompound(ShellCursor cursor)
    {
        if (cursor.Current == '(')
        {
            return cursor.Peek(1) == '(' && ArithmeticReader.Closes(cursor, cursor.At + 2) ? ArithmeticReader.ReadCommand(cursor) : ReadSubshell(cursor);
        }

        switch (cursor.PeekBare())
        {
            case "{":
                cursor.At++;
                return ReadGroup(cursor);
            case "if":
                cursor.At += 2;
                return BranchReader.ReadIf(cursor);
            case "while" or "until":
                cursor.At += 5;
                return LoopReader.ReadWhile(cursor);
            case "for":
                cursor.At += 3;
                return LoopReader.ReadFor(cursor, choice: false);
            case "select":
                cursor.At += 6;
                return LoopReader.ReadFor(cursor, choice: true);
            case "case":
                cursor.At += 4;
                return BranchReader.ReadCase(cursor);
            case "[[":
                cursor.At += 2;
                return TestReader.Read(cursor);
            default:
                return null;
        }
    }

    private static BlockCommand ReadSubshell(ShellCursor cursor)
    {
        cursor.At++;
        var body = ListReader.ReadBody(cursor);
        cursor.Expect(')');
        return new BlockCommand(body, subshell: true);
    }

    /// <summary>Reads what stands between braces, behind the first of them.</summary>
    public static BlockCommand ReadGroup(ShellCursor cursor)
    {
        var body = ListReader.ReadBody(cursor);
        cursor.Expect("}");
        return new BlockCommand(body, subshell: false);
    }
}
