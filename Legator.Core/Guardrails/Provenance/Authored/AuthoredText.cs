using System.Text.Json;
using System.Text.RegularExpressions;
using Legator.Core.Guardrails.Provenance.Wishes;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Skills;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>What people wrote for a run: the agent's description and allowances, its skills and their sheets, the environment, and the run's own task and target.</summary>
public sealed partial class AuthoredText
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _terms = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly HashSet<string> _exact = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stems = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _domains = [];
    private readonly List<string> _hosts = [];
    private readonly List<string> _orders = [];
    private readonly List<string> _texts = [];
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

    /// <summary>Addresses that are there to be read.</summary>
    internal WrittenAddresses Addresses { get; } = new();

    /// <summary>The order of the run itself; empty for a run without.</summary>
    internal string Task { get; private set; } = "";

    /// <summary>Everything in a snapshot that people wrote; what callers and other agents sent is left out.</summary>
    public static AuthoredText Of(RunSnapshot snapshot)
    {
        var text = new AuthoredText { Task = $"{snapshot.Task} {snapshot.Target}" };
        text.Read(text.Task);
        text.Intent.Read(text.Task, isOrder: true);
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
                text.Allow(action);
                text.Read(action.Description);
            }
        }

        if (snapshot.Trigger == RunTrigger.Webhook && text.Intent.SpeaksOfTrigger)
        {
            text._triggerNames.UnionWith(TriggerNames.In(snapshot.Payload));
        }

        text.Intent.Read(snapshot.Environment.Spec);
        text.ReadAddresses(snapshot);
        text.Read(snapshot.Environment.Name);
        text.Read(JsonSerializer.SerializeToElement(snapshot.Environment.Spec, LegatorJson.Options));
        return text;
    }

    /// <summary>True for a term that stands there as a whole.</summary>
    internal bool Contains(ReadOnlySpan<char> term) => _terms.Contains(term);

    /// <summary>True for a term that stands there in just these letters.</summary>
    internal bool HasExactly(string term) => _exact.Contains(term);

    /// <summary>True for a single word, and for a text that stands there as a whole: not for one put together of words that people wrote apart.</summary>
    internal bool HasPiece(string text)
    {
        var piece = WrittenPieces.Plain(text);
        return piece.Length == 0 || WrittenPieces.IsWord(piece) || _texts.Exists(t => WrittenPieces.IsIn(WrittenPieces.Plain(t), piece));
    }

    /// <summary>True for another form of a word that stands there.</summary>
    internal bool HasStem(string term) => _stems.Contains(Stem(term));

    /// <summary>True for a value that is the whole of a field in what started the run, where people said that this tells what to work on.</summary>
    internal bool IsNamedByTrigger(string term) => _triggerNames.Contains(term);

    /// <summary>True for a host that stands there, or that a name with a wildcard there covers.</summary>
    internal bool NamesHost(ReadOnlySpan<char> host)
    {
        if (Intent.Abandons(host.ToString()))
        {
            return false;
        }

        // A term begins with a letter: _dmarc.shop.example was read without its sign.
        if (_terms.Contains(host) || (host is ['_', ..] && _terms.Contains(host[1..])))
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

    private void ReadAddresses(RunSnapshot snapshot)
    {
        foreach (var passages in Intent.Texts)
        {
            Addresses.Read(passages);
        }

        foreach (var path in snapshot.Environment.Spec.Endpoints.Values.Select(e => e.HealthPath).OfType<string>())
        {
            Addresses.Add(path.StartsWith('/') ? path : "/" + path);
        }
    }

    // What a sheet lets read stands for its path; the star in it for a name or an id.
    private void Allow(SkillAction action)
    {
        if (action.TargetPattern is { } pattern && action.Tool is "http.get" or "http.head" && pattern.IndexOf("http", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            Addresses.Add(pattern[at..]);
        }
    }

    /// <summary>What the forms of a word have in common.</summary>
    internal static string Stem(string term)
    {
        var plain = term.ToLowerInvariant();
        plain = plain.Length > 5 && plain.EndsWith("ing", StringComparison.Ordinal) ? plain[..^3] : plain.Length > 4 && plain.EndsWith("ies", StringComparison.Ordinal) ? plain[..^3] + "y"
            : plain.Length > 4 && plain.EndsWith("ed", StringComparison.Ordinal) ? plain[..^2] : plain.Length > 4 && plain.EndsWith("es", StringComparison.Ordinal) ? plain[..^2]
            : plain.Length > 3 && plain[^1] == 's' ? plain[..^1] : plain;
        return plain.Length > 3 && plain[^1] == 'e' ? plain[..^1] : plain;
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
        _texts.Add(text);
        foreach (var range in new TextTerms(text))
        {
            _terms.Add(text.AsSpan(range));
            _exact.Add(text[range]);
            _stems.Add(Stem(text[range]));
            ReadField(text.AsSpan(range));
        }

        Addresses.ReadHosts(text);
        _domains.AddRange(Wildcards().Matches(text).Select(m => m.Value[1..]));
        _hosts.AddRange(Hosts().Matches(text).Select(m => m.Value));
        _orders.AddRange(text.Split('\n').Where(line => line.AsSpan().ContainsAnyInRange('0', '9')));
    }

    // spec.suspend is written where the field is meant.
    private void ReadField(ReadOnlySpan<char> term)
    {
        if (term.StartsWith("spec.", StringComparison.Ordinal) || term.StartsWith("metadata.", StringComparison.Ordinal) || term.StartsWith("data.", StringComparison.Ordinal))
        {
            foreach (var part in term.Split('.'))
            {
                _terms.Add(term[part]);
            }
        }
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
