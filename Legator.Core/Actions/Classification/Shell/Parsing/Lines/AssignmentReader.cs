using Legator.Core.Actions.Classification.Shell.Parsing.Pieces;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Lines;

/// <summary>Reads assignments: <c>name=</c>, <c>name+=</c>, <c>name[…]=</c>, and the arrays that may be assigned.</summary>
internal static class AssignmentReader
{
    /// <summary>True where an assignment begins.</summary>
    public static bool IsNext(ShellCursor cursor)
    {
        if (!Characters.IsNameStart(cursor.Current))
        {
            return false;
        }

        var offset = cursor.Text.AsSpan(cursor.At).IndexOfAnyExcept(Characters.NameParts);
        offset = offset < 0 ? cursor.Text.Length - cursor.At : offset;
        while (Characters.IsNamePart(cursor.Peek(offset)) || cursor.IsContinuation(cursor.At + offset))
        {
            if (cursor.IsContinuation(cursor.At + offset))
            {
                cursor.JoinLines(cursor.At + offset);
            }
            else
            {
                offset++;
            }
        }

        return cursor.Peek(offset) switch
        {
            '=' => true,
            '+' => cursor.Peek(offset + 1) == '=',
            '[' => IsAssigned(cursor, SubscriptReader.End(cursor, cursor.At + offset)),
            _ => false,
        };
    }

    /// <summary>Reads an assignment.</summary>
    public static Assignment Read(ShellCursor cursor)
    {
        var start = cursor.At;
        while (Characters.IsNamePart(cursor.Current))
        {
            cursor.At++;
        }

        var name = cursor.Since(start);
        var subscript = cursor.Current == '[' ? SubscriptReader.Read(cursor) : null;
        var appends = cursor.Current == '+';
        cursor.At += appends ? 2 : 1;
        return new Assignment(name, subscript, appends, ReadValue(cursor));
    }

    /// <summary>Reads an argument of "declare" and its like: a word for the command, with an array where the value is one.</summary>
    public static ParsedWord ReadDeclared(ShellCursor cursor)
    {
        var start = cursor.At;
        var assignment = Read(cursor);
        var head = new LiteralPiece(assignment.Name + (assignment.Appends ? "+=" : "="), Quoting.None);
        List<WordPiece> pieces = [head, .. assignment.Value.Pieces];
        if (assignment.Subscript is { } subscript)
        {
            pieces.InsertRange(1, subscript.Pieces);
        }

        return new ParsedWord(pieces, cursor.Since(start));
    }

    private static bool IsAssigned(ShellCursor cursor, int index) => cursor.CharAt(index) == '=' || (cursor.CharAt(index) == '+' && cursor.CharAt(index + 1) == '=');

    private static ParsedWord ReadValue(ShellCursor cursor)
    {
        if (cursor.Current == '(')
        {
            return ReadArray(cursor);
        }

        return cursor.AtWordEnd ? ParsedWord.Empty : WordReader.Read(cursor);
    }

    private static ParsedWord ReadArray(ShellCursor cursor)
    {
        cursor.Enter();
        var start = cursor.At++;
        List<ParsedWord> elements = [];
        while (true)
        {
            cursor.SkipNewlines();
            if (cursor.Current == ')')
            {
                break;
            }

            if (cursor.AtWordEnd)
            {
                throw cursor.Problem("An array is not closed.");
            }

            elements.Add(WordReader.Read(cursor));
        }

        cursor.At++;
        cursor.Leave();
        return new ParsedWord([new ArrayPiece(elements)], cursor.Since(start));
    }
}
