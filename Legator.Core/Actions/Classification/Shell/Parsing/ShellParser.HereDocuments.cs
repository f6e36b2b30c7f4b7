using System.Text;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

internal sealed partial class ShellParser
{
    private List<PendingDocument>? _pending;
    private int _pendingOutside;

    private Redirection ReadDocumentStart(string? descriptor)
    {
        _at += 2;
        var strips = Current == '-';
        _at += strips ? 1 : 0;
        SkipBlanks();
        if (AtEnd || Characters.IsMeta(Current))
        {
            throw Problem("A here-document has no delimiter.");
        }

        var word = ReadWord();
        var delimiter = word.Literal ?? throw Problem("A here-document's delimiter is not literal.");
        var quoted = word.Source.AsSpan().IndexOfAny('\'', '"', '\\') >= 0;
        var document = new HereDocument();
        (_pending ??= []).Add(new PendingDocument(document, delimiter, quoted, strips));
        return new Redirection(RedirectionKind.HereDocument, descriptor, word, document);
    }

    private void TakeNewline()
    {
        _at++;
        if (_pending is not { Count: > 0 })
        {
            return;
        }

        if (_pendingOutside > 0)
        {
            throw Problem("A here-document begins outside of a substitution and goes on inside of it.");
        }

        foreach (var document in _pending)
        {
            ReadDocument(document);
        }

        _pending.Clear();
    }

    private void ReadDocument(PendingDocument pending)
    {
        var body = new StringBuilder();
        string? joined = null;
        while (true)
        {
            if (AtEnd)
            {
                throw Problem($"The here-document that '{pending.Delimiter}' should end has no end.");
            }

            var line = TakeLine();
            if (pending.StripsTabs)
            {
                line = line.TrimStart('\t');
            }

            var ends = line.SequenceEqual(pending.Delimiter);
            if (joined is not null && (ends || joined + line.ToString() == pending.Delimiter))
            {
                throw Problem("Shells may disagree on where a here-document ends, since a line before goes on.");
            }

            if (ends)
            {
                break;
            }

            joined = !pending.Quoted && GoesOn(line) ? joined + line[..^1].ToString() : null;
            body.Append(line).Append('\n');
        }

        pending.Document.Body = pending.Quoted
            ? new ParsedWord([new LiteralPiece(body.ToString(), Quoting.Quoted)], "")
            : new ShellParser(body.ToString(), _context, _depth).ReadDocumentBody();
    }

    private ReadOnlySpan<char> TakeLine()
    {
        var rest = _text.AsSpan(_at);
        var length = rest.IndexOf('\n');
        _at += length < 0 ? rest.Length : length + 1;
        return length < 0 ? rest : rest[..length];
    }

    private static bool GoesOn(ReadOnlySpan<char> line)
    {
        var backslashes = 0;
        while (backslashes < line.Length && line[^(backslashes + 1)] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    // As in double quotes, except that double quotes themselves are plain.
    private ParsedWord ReadDocumentBody()
    {
        Enter();
        var pieces = new PieceBuilder();
        while (!AtEnd)
        {
            var c = Current;
            if (c == '\\')
            {
                ReadDoubleQuotedEscape(pieces, quoteCounts: false);
            }
            else if (c == '$')
            {
                ReadDollar(pieces, Quoting.Quoted);
            }
            else if (c == '`')
            {
                ReadBackticks(pieces, Quoting.Quoted, inDoubleQuotes: false);
            }
            else
            {
                pieces.Append(c, Quoting.Quoted);
                _at++;
            }
        }

        Leave();
        return pieces.Build(_text);
    }
}
