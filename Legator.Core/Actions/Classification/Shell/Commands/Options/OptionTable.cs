namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>
/// The options of a command, read from a line such as <c>-hTn:f&lt; --type= --file&lt; --color?</c>. Short options stand together; what follows an option says whether it takes a value:
/// <c>:</c> or <c>=</c> text, <c>?</c> text that must be attached, <c>&lt;</c> a file to read, <c>&gt;</c> a file to write, <c>.</c> a path to look at, <c>@</c> an address, <c>$</c> text for a shell, <c>!</c> something that is not harmless, <c>%</c> two words, <c>&amp;</c> two words of which the second is a file to read, <c>^</c> something that is not harmless, when it is attached.
/// </summary>
internal sealed class OptionTable
{
    private readonly OptionShape?[] _short = new OptionShape?[128];
    private readonly Dictionary<string, OptionShape> _long = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OptionShape>.AlternateLookup<ReadOnlySpan<char>> _longBySpan;

    public OptionTable(string options, IEnumerable<OptionChange> changes, bool words)
    {
        _longBySpan = _long.GetAlternateLookup<ReadOnlySpan<char>>();
        Add(options, null, words);
        foreach (var change in changes)
        {
            Add(change.Spec, change, words);
        }
    }

    /// <summary>The option of one letter; null when there is none.</summary>
    public OptionShape? Short(char letter) => letter < _short.Length ? _short[letter] : null;

    /// <summary>The option of a name without dashes, which may be shortened as long as it stays the only one; null when there is none.</summary>
    public OptionShape? Long(ReadOnlySpan<char> name, bool mayBeShort)
    {
        if (_longBySpan.TryGetValue(name, out var exact))
        {
            return exact;
        }

        if (!mayBeShort || name.IsEmpty)
        {
            return null;
        }

        OptionShape? found = null;
        foreach (var (candidate, shape) in _long)
        {
            if (candidate.AsSpan().StartsWith(name, StringComparison.Ordinal))
            {
                if (found is not null)
                {
                    return null;
                }

                found = shape;
            }
        }

        return found;
    }

    private void Add(string spec, OptionChange? change, bool words)
    {
        foreach (var range in spec.AsSpan().SplitAny(' ', '\n', '\r'))
        {
            var token = spec.AsSpan(range);
            if (token.Length < 2)
            {
                continue;
            }

            if (token[1] == '-' || words)
            {
                AddLong(token, change);
            }
            else
            {
                AddShort(token[1..], change);
            }
        }
    }

    private void AddLong(ReadOnlySpan<char> token, OptionChange? change)
    {
        var (value, role) = Value(token[^1]);
        var name = value == OptionValue.None ? token : token[..^1];
        _long[name.TrimStart('-').ToString()] = new OptionShape(name.ToString(), value, role, change);
    }

    private void AddShort(ReadOnlySpan<char> letters, OptionChange? change)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var letter = letters[i];
            var (value, role) = i + 1 < letters.Length ? Value(letters[i + 1]) : (OptionValue.None, ArgumentRole.Text);
            _short[letter] = new OptionShape($"-{letter}", value, role, change);
            i += value == OptionValue.None ? 0 : 1;
        }
    }

    private static (OptionValue Value, ArgumentRole Role) Value(char mark) => mark switch
    {
        ':' or '=' => (OptionValue.Required, ArgumentRole.Text),
        '?' => (OptionValue.Optional, ArgumentRole.Text),
        '<' => (OptionValue.Required, ArgumentRole.Read),
        '>' => (OptionValue.Required, ArgumentRole.Write),
        '.' => (OptionValue.Required, ArgumentRole.Inspect),
        '@' => (OptionValue.Required, ArgumentRole.Url),
        '$' => (OptionValue.Required, ArgumentRole.Script),
        '!' => (OptionValue.Required, ArgumentRole.Unknown),
        '%' => (OptionValue.Pair, ArgumentRole.Text),
        '&' => (OptionValue.Pair, ArgumentRole.Read),
        '^' => (OptionValue.Optional, ArgumentRole.Unknown),
        _ => (OptionValue.None, ArgumentRole.Text),
    };
}
