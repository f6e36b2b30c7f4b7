using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

internal sealed partial class ShellParser
{
    private static readonly IReadOnlyList<Redirection> NoRedirections = [];

    private IReadOnlyList<Redirection> ReadRedirections()
    {
        List<Redirection>? found = null;
        SkipBlanks();
        while (AtRedirection())
        {
            (found ??= []).Add(ReadRedirection());
            SkipBlanks();
        }

        return found ?? NoRedirections;
    }

    private bool AtRedirection()
    {
        var c = Current;
        return c switch
        {
            '<' or '>' => Peek(1) != '(',
            '&' => Peek(1) == '>',
            '{' or (>= '0' and <= '9') => DescriptorLength() > 0,
            _ => false,
        };
    }

    // Digits, or a name in braces, directly before the sign; 0 where there are none.
    private int DescriptorLength()
    {
        var offset = 0;
        if (Current == '{')
        {
            offset = 1;
            while (Characters.IsNamePart(Peek(offset)))
            {
                offset++;
            }

            offset = Peek(offset) == '}' && Characters.IsNameStart(Peek(1)) ? offset + 1 : 0;
        }
        else
        {
            while (char.IsAsciiDigit(Peek(offset)))
            {
                offset++;
            }
        }

        return Peek(offset) is '<' or '>' && Peek(offset + 1) != '(' ? offset : 0;
    }

    private Redirection ReadRedirection()
    {
        var length = Current is '<' or '>' or '&' ? 0 : DescriptorLength();
        var descriptor = length == 0 ? null : _text.Substring(_at, length);
        _at += length;
        var (kind, size) = Sign();
        if (kind == RedirectionKind.HereDocument)
        {
            return ReadDocumentStart(descriptor);
        }

        _at += size;
        SkipBlanks();
        if (AtEnd || (Characters.IsMeta(Current) && !(Current is '<' or '>' && Peek(1) == '(')))
        {
            throw Problem("A redirection names no file.");
        }

        return new Redirection(kind, descriptor, ReadWord());
    }

    private (RedirectionKind Kind, int Length) Sign() => (Current, Peek(1), Peek(2)) switch
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
