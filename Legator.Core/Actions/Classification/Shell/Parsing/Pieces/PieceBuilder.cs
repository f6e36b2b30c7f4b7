using System.Text;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Pieces;

/// <summary>Gathers the pieces of a word; characters of the same quoting become one piece.</summary>
internal sealed class PieceBuilder
{
    private readonly List<WordPiece> _pieces = [];
    private readonly StringBuilder _run = new();
    private Quoting _quoting;
    private bool _open;

    public void Append(ReadOnlySpan<char> text, Quoting quoting)
    {
        Switch(quoting);
        _run.Append(text);
    }

    public void Append(char c, Quoting quoting)
    {
        Switch(quoting);
        _run.Append(c);
    }

    public void Add(WordPiece piece)
    {
        Flush();
        _pieces.Add(piece);
    }

    public ParsedWord Build(string source)
    {
        Flush();
        return new ParsedWord(_pieces, source);
    }

    private void Switch(Quoting quoting)
    {
        if (_open && _quoting != quoting)
        {
            Flush();
        }

        _open = true;
        _quoting = quoting;
    }

    private void Flush()
    {
        if (_open)
        {
            _pieces.Add(new LiteralPiece(_run.ToString(), _quoting));
            _run.Clear();
            _open = false;
        }
    }
}
