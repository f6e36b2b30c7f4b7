using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails.Provenance.Wishes;
using Legator.Core.Runs.Events;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>What a run has read from outside, made ready for questions. It is filled from the run's journal alone; the work is done when a call is judged for which it matters.</summary>
public sealed class OutsideReading
{
    private readonly Queue<(string? Tool, string? Origin, string Text, bool OfTools)> _unread = new();
    private readonly Dictionary<string, HashSet<string>> _told = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofTools = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _terms = Empty();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names = Empty();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _answered = Empty();
    private readonly Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _atWork = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly TermRuns _runs = new();
    private Deed _asked;
    private Deed _swept;
    private bool _turned;

    /// <summary>True once the run has read anything from outside.</summary>
    public bool Any { get; private set; }

    /// <summary>Sequences of terms.</summary>
    internal TermRuns Runs
    {
        get
        {
            Read();
            return _runs;
        }
    }

    /// <summary>Takes in a text of which nothing is known.</summary>
    public void Add(string text) => Add(null, null, text, ofTools: false);

    /// <summary>Takes in what a tool answered.</summary>
    /// <param name="tool">Name of the tool: of what the cluster lists, names are told from free text.</param>
    /// <param name="text">The answer.</param>
    public void Add(string? tool, string text) => Add(tool, null, text, ofTools: false);

    /// <summary>Takes in what a call was answered.</summary>
    /// <param name="call">The call.</param>
    /// <param name="text">The answer.</param>
    /// <param name="succeeded">What it asks for is there.</param>
    public void Add(ToolCall call, string text, bool succeeded)
    {
        Add(call.Tool, CallOrigin.Of(call.Tool, call.Arguments), text, ofTools: false);
        if (succeeded && call.Tool.StartsWith("kubectl.", StringComparison.Ordinal) && call.Arguments.ValueKind == JsonValueKind.Object && call.Arguments.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
        {
            Name(name.GetString(), _seen.GetAlternateLookup<ReadOnlySpan<char>>());
            _seen.Add(call.Arguments.TryGetProperty("namespace", out var place) && place.ValueKind == JsonValueKind.String ? place.GetString()! : "");
        }
    }

    private void Add(string? tool, string? origin, string text, bool ofTools)
    {
        if (text.Length > 0)
        {
            _unread.Enqueue((tool, origin, text, ofTools));
            Any = true;
        }
    }

    /// <summary>Takes in what servers say of their tools.</summary>
    public void Add(ToolsDiscovered tools)
    {
        foreach (var tool in tools.Servers.SelectMany(s => s.Tools))
        {
            Add(null, null, tool.Description, ofTools: true);
            Add(null, null, tool.Schema.GetRawText(), ofTools: true);
            _ofTools.UnionWith(Arguments(tool.Schema));
        }
    }

    /// <summary>True for the name of an object that the run has looked at, so that it exists.</summary>
    internal bool IsSeen(string name) => _seen.Contains(name);

    /// <summary>True for an argument that a server gave one of its tools; in a rehearsal, which has no servers, for any.</summary>
    internal bool IsOfTools(string argument) => _ofTools.Count == 0 || _ofTools.Contains(argument);

    /// <summary>True for a term that this one itself told the run.</summary>
    internal bool IsToldBy(string origin, string term)
    {
        Read();
        return _told.TryGetValue(origin, out var terms) && terms.Contains(term);
    }

    /// <summary>True for a name that the cluster lists and that stands in no free text.</summary>
    internal bool IsOnlyListed(ReadOnlySpan<char> term)
    {
        Read();
        return _names.Contains(term) && !IsMentioned(term);
    }

    /// <summary>True for a name that the cluster lists, wherever else it stands.</summary>
    internal bool IsListed(ReadOnlySpan<char> term)
    {
        Read();
        return _names.Contains(term);
    }

    /// <summary>True for an object that the cluster, when it listed it last, showed to be at work: a job that has not ended, a pod that is ready and has never restarted.</summary>
    internal bool IsAtWork(ReadOnlySpan<char> name)
    {
        Read();
        return _atWork.TryGetValue(name, out var atWork) && atWork;
    }

    /// <summary>True for a term that stands in what a cloud told of the estate.</summary>
    internal bool IsAnswered(ReadOnlySpan<char> term)
    {
        Read();
        return _answered.Contains(term);
    }

    /// <summary>True for a term that stands in free text from outside, alone or within a name, also backwards or with its letters shifted by thirteen.</summary>
    internal bool IsMentioned(ReadOnlySpan<char> term)
    {
        Read();
        if (_terms.Contains(term))
        {
            return true;
        }

        if (term.Length is < 4 or > 253)
        {
            return false;
        }

        Span<char> other = stackalloc char[term.Length];
        term.CopyTo(other);
        other.Reverse();
        if (_terms.Contains(other))
        {
            return true;
        }

        for (var i = 0; i < other.Length; i++)
        {
            other[i] = char.IsAsciiLetter(term[i]) ? (char)(((char.ToLowerInvariant(term[i]) - 'a' + 13) % 26) + 'a') : term[i];
        }

        return other.ContainsAnyInRange('a', 'z') && _terms.Contains(other);
    }

    /// <summary>True when text from outside asks for such a thing, or turns to the agent without saying in known words what it wants.</summary>
    internal bool Asks(Deed deed)
    {
        Read();
        return deed == Deed.None || (_asked & deed) != 0 || _turned;
    }

    /// <summary>True when text from outside asks for such a thing without names: for all, for the others, for the oldest.</summary>
    internal bool Sweeps(Deed deed)
    {
        Read();
        return (_swept & deed) != 0;
    }

    private void Read()
    {
        while (_unread.TryDequeue(out var next))
        {
            var free = ClusterText.Split(next.Tool, next.Text, name => Name(name, _names), (name, atWork) => _atWork[name] = atWork);
            foreach (var range in new TextTerms(next.Origin is null ? "" : next.Text))
            {
                Told(next.Origin!).Add(next.Text[range]);
            }

            foreach (var range in new TextTerms(next.Tool is "aws.cli" or "az.cli" ? next.Text : ""))
            {
                _answered.Add(next.Text.AsSpan(range));
            }

            foreach (var form in TextForms.Of(free))
            {
                ReadFree(form, next.OfTools);
            }
        }
    }

    private static void Name(ReadOnlySpan<char> name, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> names)
    {
        // web-7d4f9-x2k stands for web too: the owners of pods are seldom listed beside them.
        for (var end = name.Length; end > 0; end = name[..end].LastIndexOf('-'))
        {
            names.Add(name[..end]);
        }
    }

    private void ReadFree(ReadOnlySpan<char> text, bool ofTools)
    {
        _runs.Read(text);
        var asked = Deed.None;
        var turned = false;
        var sweeps = false;
        Range before = default, term = default;
        foreach (var after in new TextTerms(text))
        {
            Take(text, before, term, after, ofTools, ref asked, ref turned);
            sweeps |= DeedWords.Sweeps(text[after]);
            (before, term) = (term, after);
        }

        Take(text, before, term, default, ofTools, ref asked, ref turned);
        _asked |= asked;
        _swept |= sweeps ? asked : Deed.None;
        _turned |= turned && asked == Deed.None;
    }

    private void Take(ReadOnlySpan<char> text, Range before, Range at, Range after, bool ofTools, ref Deed asked, ref bool turned)
    {
        var term = text[at];
        if (term.IsEmpty)
        {
            return;
        }

        asked |= DeedWords.Asked(term, text[before], text[after]);
        turned |= DeedWords.TurnsToAgents(term) && !(ofTools && DeedWords.NamesTools(term));
        _terms.Add(term);
        AddParts(term);
    }

    /// <summary>Whoever names web-7d4f9-x2k has named web, and web-7d4f9 too.</summary>
    private void AddParts(ReadOnlySpan<char> term)
    {
        if (term.IndexOfAny('-', '.', '_') < 0)
        {
            return;
        }

        foreach (var part in term.SplitAny('-', '.', '_'))
        {
            _terms.Add(term[part]);
            _terms.Add(term[..part.End.Value]);
        }
    }

    private HashSet<string> Told(string origin) =>
        _told.TryGetValue(origin, out var terms) ? terms : _told[origin] = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Arguments(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object ? properties.EnumerateObject().Select(p => p.Name) : [];

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Empty() =>
        new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
