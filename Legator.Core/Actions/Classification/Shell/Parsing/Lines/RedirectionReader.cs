using Legator.Core.Actions.Classification.Shell.Parsing.Documents;
using Legator.Core.Actions.Classification.Shell.Parsing.Pieces;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Lines;

/// <summary>Reads redirections.</summary>
internal static class RedirectionReader
{
    private static readonly IReadOnlyList<Redirection> NoRedirections = [];

    /// <summary>Reads all that follow.</summary>
    public static IReadOnlyList<Redirection> ReadAll(ShellCursor cursor)
    {
        List<Redirection>? found = null;
        cursor.SkipBlanks();
        while (IsNext(cursor))
        {
            (found ??= []).Add(Read(cursor));
            cursor.SkipBlanks();
        }

        return found ?? NoRedirections;
    }

    /// <summary>True where a redirection begins.</summary>
    public static bool IsNext(ShellCursor cursor)
    {
        var c = cursor.Current;
        return c switch
        {
            '<' or '>' => cursor.Peek(1) != '(',
            '&' => cursor.Peek(1) == '>',
            '{' or (>= '0' and <= '9') => DescriptorLength(cursor) > 0,
            _ => false,
        };
    }

    /// <summary>Reads one.</summary>
    public static Redirection Read(ShellCursor cursor)
    {
        var length = cursor.Current is '<' or '>' or '&' ? 0 : DescriptorLength(cursor);
        var descriptor = length == 0 ? null : cursor.Text.Substring(cursor.At, length);
        cursor.At += length;
        var (kind, size) = Sign(cursor);
        if (kind == RedirectionKind.HereDocument)
        {
            return HereDocumentReader.ReadStart(cursor, descriptor);
        }

        cursor.At += size;
        cursor.SkipBlanks();
        if (cursor.AtWordEnd)
        {
            throw cursor.Problem("A redirection names no file.");
        }

        return new Redirection(kind, descriptor, WordReader.Read(cursor));
    }

    // Digits, or a name in braces, directly before the sign; 0 where there are none.
    private static int DescriptorLength(ShellCursor cursor)
    {
        var offset = 0;
        if (cursor.Current == '{')
        {
            offset = 1;
            while (Characters.IsNamePart(cursor.Peek(offset)))
            {
                offset++;
            }

            offset = cursor.Peek(offset) == '}' && Characters.IsNameStart(cursor.Peek(1)) ? offset + 1 : 0;
        }
        else
        {
            while (char.IsAsciiDigit(cursor.Peek(offset)))
            {
                offset++;
            }
        }

        return cursor.Peek(offset) is '<' or '>' && cursor.Peek(offset + 1) != '(' ? offset : 0;
    }

    private static (RedirectionKind Kind, int Length) Sign(ShellCursor cursor) => (cursor.Current, cursor.Peek(1), cursor.Peek(2)) switch
    {
        ('&', '>', '>') => (RedirectionKind.AppendBoth, 3),
        ('&', _, _) => (RedirectionKind.WriteBoth, 2),
        ('<', '<', '<') => (RedirectionKind.HereString, 3),
        ('<', '<', _) => (RedirectionKind.HereDocument, 2),
        ('<', '&', _) => (RedirectionKind.DuplicateInput, 2),
        ('<', '>', _) => (RedirectionKind.ReadWrite, 2),
        ('<', _, _) => (RedirectionKind.Read, 1),
        (_, '>', _) => (RedirectionKind.Append, 2),
        (_, '&', _) => (RedirectionKind.DuplicateOutput, 2),
        (_, '|', _) => (RedirectionKind.Write, 2),
        _ => (RedirectionKind.Write, 1),
    };
}
