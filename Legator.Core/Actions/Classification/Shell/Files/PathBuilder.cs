namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>Puts a path together name by name, and goes up where the path does.</summary>
internal sealed class PathBuilder
{
    private readonly List<string> _segments = [];
    private bool _open;

    /// <summary>Nothing is known of where the path begins.</summary>
    public void Forget()
    {
        _segments.Clear();
        _open = true;
    }

    /// <summary>Goes on from here; a text that begins at the root or at home starts anew.</summary>
    public void Append(string text)
    {
        if (text.StartsWith('/'))
        {
            _segments.Clear();
            _open = false;
        }

        var first = true;
        foreach (var range in text.AsSpan().Split('/'))
        {
            var name = text.AsSpan(range);
            if (first && name.Length > 0 && name[0] == '~')
            {
                Home(name);
            }
            else
            {
                Step(name);
            }

            first = false;
        }
    }

    /// <summary>The path.</summary>
    /// <param name="text">As it was written.</param>
    public ShellPath Build(string text)
    {
        Detours();
        if (_segments.Count(s => s == PathSigns.DeepName) > 2)
        {
            Forget();
        }

        var plain = !_open && !_segments.Exists(s => PathSigns.In(s));
        return new ShellPath(_segments, _open, plain ? Spell() : text);
    }

    private string Spell() => _segments is ["~", ..] ? string.Join('/', _segments) : "/" + string.Join('/', _segments);

    private void Home(ReadOnlySpan<char> name)
    {
        _segments.Clear();
        _open = false;
        if (name.Length == 1)
        {
            _segments.Add("~");
        }
        else if (name is "~root")
        {
            _segments.Add("root");
        }
        else if (name[1] is '+' or '-' || name.Contains(PathSigns.Any))
        {
            Forget();
        }
        else
        {
            _segments.Add("home");
            _segments.Add(name[1..].ToString());
        }
    }

    private void Step(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name is ".")
        {
            return;
        }

        if (name is "..")
        {
            Up();
        }
        else if (name.Contains(PathSigns.Any) || (name[0] == '.' && PathSigns.In(name) && GlobMatch.Overlap(name, "..")))
        {
            // It may go up any number of times, so what was before it says nothing.
            Forget();
            _segments.Add(name.ToString());
        }
        else
        {
            _segments.Add(name.ToString());
        }
    }

    private void Up()
    {
        if (_segments.Count == 0)
        {
            return;
        }

        if (_segments[^1] == "~" || _segments[^1].Contains(PathSigns.Any))
        {
            Forget();
        }
        else
        {
            _segments.RemoveAt(_segments.Count - 1);
        }
    }

    // /proc/<pid>/root is the root again, /proc/<pid>/cwd is anywhere, /var/run is /run.
    private void Detours()
    {
        while (!_open && _segments.Count > 2 && GlobMatch.Overlap(_segments[0], "proc"))
        {
            var at = TaskDepth();
            if (at >= _segments.Count)
            {
                return;
            }

            var name = _segments[at];
            if (name == "root" && _segments[0] == "proc")
            {
                _segments.RemoveRange(0, at + 1);
            }
            else if (Leads(name, at))
            {
                _segments.RemoveRange(0, at + 1);
                _open = true;
            }
            else
            {
                return;
            }
        }

        if (!_open && _segments is ["var", "run", ..])
        {
            _segments.RemoveAt(0);
        }
    }

    private int TaskDepth() => _segments.Count > 4 && GlobMatch.Overlap(_segments[2], "task") ? 4 : 2;

    private bool Leads(string name, int at) =>
        GlobMatch.Overlap(name, "cwd")
        || GlobMatch.Overlap(name, "root") && _segments.Count > at + 1
        || _segments[0] != "proc" && _segments.Count > at + 1;
}
