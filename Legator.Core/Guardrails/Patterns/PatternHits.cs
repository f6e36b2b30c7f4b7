namespace Legator.Core.Guardrails.Patterns;

/// <summary>The numbers of the patterns that were found, each once.</summary>
/// <param name="one">True when one is enough.</param>
internal struct PatternHits(bool one)
{
    private int _first = -1;
    private List<int>? _more;
    private HashSet<int>? _seen;

    /// <summary>True when nothing more is wanted.</summary>
    public readonly bool Done => one && _first >= 0;

    /// <summary>The one that was found first; -1 for none.</summary>
    public readonly int First => _first;

    /// <summary>How many there are.</summary>
    public readonly int Count => _first < 0 ? 0 : 1 + (_more?.Count ?? 0);

    /// <summary>One of them, in the order in which they were found.</summary>
    public readonly int this[int at] => at == 0 ? _first : _more![at - 1];

    public void Add(int id)
    {
        if (_first < 0)
        {
            _first = id;
        }
        else if (id != _first && (_seen ??= []).Add(id))
        {
            (_more ??= []).Add(id);
        }
    }

    /// <summary>All of them in rising order.</summary>
    public readonly int[] Sorted()
    {
        if (_first < 0)
        {
            return [];
        }

        int[] all = [_first, .. _more ?? []];
        Array.Sort(all);
        return all;
    }
}
