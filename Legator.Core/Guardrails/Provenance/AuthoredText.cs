using System.Text.Json;
using System.Text.RegularExpressions;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>What people wrote for a run: the agent's description and allowances, its skills and their sheets, the environment, and the run's own task and target.</summary>
public sealed partial class AuthoredText
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _terms = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly List<string> _domains = [];
    private readonly List<string> _hosts = [];
    private readonly List<string> _orders = [];
    private readonly HashSet<string> _triggerNames = new(StringComparer.Ordinal);

    private AuthoredText()
    {
    }

    /// <summary>Nobody wrote anything.</summary>
    public static AuthoredText None { get; } = new();

    /// <summary>What people asked for.</summary>
    internal AuthoredIntent Intent { get; } = new();

    /// <summary>Sequences of terms.</summary>
    internal TermRuns Runs { get; } = new();

    /// <summary>The order of the run itself; empty for a run without.</summary>
    internal string Task { get; private set; } = "";

    /// <summary>Everything in a snapshot that people wrote; what callers and other agents sent is left out.</summary>
    public static AuthoredText Of(RunSnapshot snapshot)
    {
        var text = new AuthoredText { Task = $"{snapshot.Task} {snapshot.Target}" };
        text.Read(text.Task);
        text.Intent.Read(text.Task);
        text.Intent.Read(snapshot.Agent.Spec.Description);
        text.Read(snapshot.Agent.Name);
        text.Read(snapshot.Agent.Namespace);
        text.Read(snapshot.Agent.Spec.Description);
        foreach (var pattern in snapshot.Agent.Spec.Guardrails.AllowedActions)
        {
            text.Read(pattern);
        }

        foreach (var skill in snapshot.Skills)
        {
            text.Read(skill.Instructions);
            text.Intent.Read(skill.Instructions);
            text.Read(skill.Name);
            foreach (var action in skill.Actions?.Actions ?? [])
            {
                text.Intent.Read(action);
                text.Read($"{action.Id} {action.Tool}");
                text.Read(action.TargetPattern);
                text.Read(action.Description);
            }
        }

        if (snapshot.Trigger == RunTrigger.Webhook && text.Intent.SpeaksOfTrigger)
        {
            text._triggerNames.UnionWith(TriggerNames.In(snapshot.Payload));
        }

        text.Read(snapshot.Environment.Name);
        text.Read(JsonSerializer.SerializeToElement(snapshot.Environment.Spec, LegatorJson.Options));
        return text;
    }

    /// <summary>True for a term that stands there as a whole.</summary>
    internal bool Contains(ReadOnlySpan<char> term) => _terms.Contains(term);

    /// <summary>True for a value that is the whole of a field in what started the run, where people said that this tells what to work on.</summary>
    internal bool IsNamedByTrigger(string term) => _triggerNames.Contains(term);

    /// <summary>True for a host that stands there, or that a name with a wildcard there covers.</summary>
    internal bool NamesHost(ReadOnlySpan<char> host)
    {
        if (_terms.Contains(host))
        {
            return true;
        }

        foreach (var domain in _domains)
        {
            if (host.EndsWith(domain, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a name under, or right above, a host that stands there: whoever owns the one answers for the other.</summary>
    internal bool NamesDomain(ReadOnlySpan<char> name)
    {
        foreach (var host in _hosts)
        {
            if (name.Equals(host, StringComparison.OrdinalIgnoreCase) || Ends(name, host) || (Ends(host, name) && name.Contains('.')))
            {
                return true;
            }
        }

        return NamesHost(name);
    }

    /// <summary>True where one line that people wrote asks for the deed with all of these terms, or the run's own task does.</summary>
    internal bool Orders(Deed deed, IReadOnlyList<string> terms, bool exact)
    {
        if (Covers(Task, deed, terms))
        {
            return true;
        }

        return exact && _orders.Exists(line => Covers(line, deed, terms));
    }

    private static bool Covers(string line, Deed deed, IReadOnlyList<string> terms)
    {
        var asks = false;
        var found = 0UL;
        foreach (var range in new TextTerms(line))
        {
            var term = line.AsSpan(range);
            asks |= (DeedWords.Of(term) & deed) != 0;
            for (var i = 0; i < terms.Count && i < 64; i++)
            {
                found |= term.Equals(terms[i], StringComparison.OrdinalIgnoreCase) ? 1UL << i : 0;
            }
        }

        return asks && terms.Count is > 0 and < 64 && found == (1UL << terms.Count) - 1;
    }

    private static bool Ends(ReadOnlySpan<char> name, ReadOnlySpan<char> domain) =>
        name.Length > domain.Length && name.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && name[name.Length - domain.Length - 1] == '.';

    private void Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        Runs.Read(text);
        foreach (var range in new TextTerms(text))
        {
            _terms.Add(text.AsSpan(range));
        }

        _domains.AddRange(Wildcards().Matches(text).Select(m => m.Value[1..]));
        _hosts.AddRange(Hosts().Matches(text).Select(m => m.Value));
        _orders.AddRange(text.Split('\n').Where(line => line.AsSpan().ContainsAnyInRange('0', '9')));
    }

    /// <summary>Only texts of a structure, and the names in it: its numbers are settings of Legator and no values for calls.</summary>
    private void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                Read(element.GetString());
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Read(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Read(member.Name);
                    Read(member.Value);
                }

                break;
        }
    }

    [GeneratedRegex(@"\*\.[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Wildcards();

    [GeneratedRegex(@"(?<=://|@)(?:[\w-]+\.)+[\w-]+")]
    private static partial Regex Hosts();
}
