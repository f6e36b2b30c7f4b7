using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

internal sealed partial class ShellParser
{
    private const int LongestSubscript = 256;

    private Dictionary<int, int>? _subscriptEnds;

    private ParsedWord ReadSubscript()
    {
        Enter();
        var start = ++_at;
        var pieces = new PieceBuilder();
        var open = 0;
        var plain = 0;
        while (Current != ']' || open > 0)
        {
            if (Current is '\\' or '"' or '$' or '`' or '\'')
            {
                ReadOperandPart(pieces, Quoting.None);
                continue;
            }

            if (AtEnd || Current is '\n' or ';' || ++plain > LongestSubscript)
            {
                throw Problem("'[' is not closed.");
            }

            open += Current == '[' ? 1 : Current == ']' ? -1 : 0;
            pieces.Append(_text[_at++], Quoting.None);
        }

        _at++;
        Leave();
        return pieces.Build(_text[start..(_at - 1)]);
    }

    // Where the subscript that begins here ends, one past the bracket. Remembered, since a subscript may hold commands with subscripts of their own.
    private int SubscriptEnd(int start)
    {
        if (_subscriptEnds is not null && _subscriptEnds.TryGetValue(start, out var known))
        {
            return known;
        }

        var at = _at;
        _at = start;
        ReadSubscript();
        (_subscriptEnds ??= [])[start] = _at;
        (_at, var end) = (at, _at);
        return end;
    }
}
