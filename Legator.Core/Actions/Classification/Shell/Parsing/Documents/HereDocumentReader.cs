using System.Text;
using Legator.Core.Actions.Classification.Shell.Parsing.Pieces;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Documents;

/// <summary>Reads here-documents: where they begin, and their bodies.</summary>
internal static class HereDocumentReader
{
    /// <summary>Reads the sign and the delimiter; the body follows on the next line.</summary>
    public static Redirection ReadStart(ShellCursor cursor, string? descriptor)
    {
        cursor.At += 2;
        var strips = cursor.Current == '-';
        cursor.At += strips ? 1 : 0;
        cursor.SkipBlanks();
        if (cursor.AtEnd || Characters.IsMeta(cursor.Current))
        {
            throw cursor.Problem("A here-document has no delimiter.");
        }

        var word = WordReader.Read(cursor);
        var delimiter = word.Literal ?? throw cursor.Problem("A here-document's delimiter is not literal.");
        var quoted = word.Source.AsSpan().IndexOfAny('\'', '"', '\\') >= 0;
        var document = new HereDocument();
        cursor.Documents.Add(new PendingDocument(document, delimiter, quoted, strips));
        return new Redirection(RedirectionKind.HereDocument, descriptor, word, document);
    }

    /// <summary>Reads the body of a document, up to its delimiter.</summary>
    public static void Read(ShellCursor cursor, PendingDocument pending)
    {
        var body = new StringBuilder();
        string? joined = null;
        while (true)
        {
            if (cursor.AtEnd)
            {
                throw cursor.Problem($"The here-document that '{pending.Delimiter}' should end has no end.");
            }

            var line = TakeLine(cursor);
            if (pending.StripsTabs)
            {
                line = line.TrimStart('\t');
            }

            var ends = line.SequenceEqual(pending.Delimiter);
            if (joined is not null && (ends || joined + line.ToString() == pending.Delimiter))
            {
                throw cursor.Problem("Shells may disagree on where a here-document ends, since a line before goes on.");
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
            : ReadBody(new ShellCursor(body.ToString(), cursor.Context, cursor.Depth));
    }

    private static ReadOnlySpan<char> TakeLine(ShellCursor cursor)
    {
        var rest = cursor.Text.AsSpan(cursor.At);
        var length = rest.IndexOf('\n');
        cursor.At += length < 0 ? rest.Length : length + 1;
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
    private static ParsedWord ReadBody(ShellCursor cursor)
    {
        cursor.Enter();
        var pieces = new PieceBuilder();
        while (!cursor.AtEnd)
        {
            var c = cursor.Current;
            if (c == '\\')
            {
                QuoteReader.ReadEscapeInDouble(cursor, pieces, quoteCounts: false);
            }
            else if (c == '$')
            {
                ExpansionReader.Read(cursor, pieces, Quoting.Quoted);
            }
            else if (c == '`')
            {
                SubstitutionReader.ReadBackticks(cursor, pieces, Quoting.Quoted, inDoubleQuotes: false);
            }
            else
            {
                pieces.Append(c, Quoting.Quoted);
                cursor.At++;
            }
        }

        cursor.Leave();
        return pieces.Build(cursor.Text);
    }
}
