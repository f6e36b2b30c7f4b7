namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>A pattern of paths: <c>*</c> and <c>?</c> within a name, <c>**</c> for any number of names.</summary>
internal sealed class PathRule
{
    private readonly string[] _names;

    /// <summary>Reads a pattern such as <c>/etc/shadow*</c> or <c>**/.ssh/**</c>.</summary>
    public PathRule(string pattern)
    {
        _names = [.. pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(n => n == "**" ? n : n.Replace('*', PathSigns.Star).Replace('?', PathSigns.One))];
        Anywhere = _names is ["**", not "**"] ? _names[1] : null;
    }

    /// <summary>The only name that matters when the rule means a name anywhere; null otherwise.</summary>
    private string? Anywhere { get; }

    /// <summary>True when the rule says where its files lie.</summary>
    public bool Placed => _names.Length == 0 || _names[0] != "**";

    /// <summary>A name that every path of the rule holds, when it is plain; null when there is none.</summary>
    public string? Mark => _names.FirstOrDefault(n => n != "**" && !PathSigns.In(n));

    /// <summary>The last name, with patterns; null when anything below a place is meant.</summary>
    public string? Last => _names.Length == 0 || _names[^1] == "**" ? null : _names[^1];

    /// <summary>True when the path may be one of the rule.</summary>
    public bool MayBe(IReadOnlyList<string> path) =>
        Anywhere is { } name ? End(path) is { } end && NameMatch.MayBe(end, name, false) : MayBe(path, 0, 0);

    /// <summary>True when every path that fits the given one fits the rule.</summary>
    public bool Holds(IReadOnlyList<string> path) => Holds(path, 0, 0);

    // What lies below a file is the file.
    private static string? End(IReadOnlyList<string> path) =>
        path.Count == 0 ? null : path[^1] != PathSigns.DeepName ? path[^1] : path.Count > 1 && path[^2] != PathSigns.DeepName ? path[^2] : null;

    private bool MayBe(IReadOnlyList<string> path, int at, int name)
    {
        for (; name < _names.Length; at++, name++)
        {
            if (_names[name] == "**")
            {
                return Rest(path, at, name, holds: false);
            }

            if (at >= path.Count)
            {
                return false;
            }

            if (path[at] == PathSigns.DeepName)
            {
                return Placed && Below(path, at + 1, name);
            }

            if (!NameMatch.MayBe(path[at], _names[name], Placed))
            {
                return false;
            }
        }

        return at == path.Count || (at == path.Count - 1 && path[at] == PathSigns.DeepName);
    }

    // A pattern for any number of names skips as many names of the rule as one likes.
    private bool Below(IReadOnlyList<string> path, int at, int name)
    {
        for (var next = name; next <= _names.Length; next++)
        {
            if (MayBe(path, at, next) || at == path.Count)
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(IReadOnlyList<string> path, int at, int name)
    {
        for (; name < _names.Length; at++, name++)
        {
            if (_names[name] == "**")
            {
                return Rest(path, at, name, holds: true);
            }

            if (at >= path.Count || path[at] == PathSigns.DeepName || !GlobMatch.Within(path[at], _names[name]))
            {
                return false;
            }
        }

        return at == path.Count || (at == path.Count - 1 && path[at] == PathSigns.DeepName);
    }

    private bool Rest(IReadOnlyList<string> path, int at, int name, bool holds)
    {
        if (name == _names.Length - 1)
        {
            return true;
        }

        for (var i = at; i <= path.Count; i++)
        {
            if (holds ? Holds(path, i, name + 1) : MayBe(path, i, name + 1))
            {
                return true;
            }
        }

        return false;
    }
}
