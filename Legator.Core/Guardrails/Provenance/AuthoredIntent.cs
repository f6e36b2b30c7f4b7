using System.Globalization;
using System.Text.RegularExpressions;
using Legator.Core.Actions;
using Legator.Core.Skills;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>
/// Whether people asked for what a call does: a skill's instructions, the agent's description, or the run's task. An action sheet does not ask, it only permits.
/// Once text from outside was read, what nobody of them asked for may be that text's wish, in whatever words.
/// </summary>
internal sealed partial class AuthoredIntent
{
    // "Keep web at 3" asks for a scale, where it says the number.
    private static readonly string[] Keeping = ["keep", "keeps", "hold", "holds", "need", "needs", "want", "wants"];

    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private readonly List<AuthoredPassages> _texts = [];
    private readonly HashSet<string> _notes = new(StringComparer.Ordinal);

    public void Read(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _texts.Add(AuthoredPassages.Of(text));
        }
    }

    /// <summary>Takes in an entry of an action sheet: one that names a note by its key wants it kept.</summary>
    public void Read(SkillAction action)
    {
        if (action.Tool.StartsWith("state.", StringComparison.OrdinalIgnoreCase) && action.TargetPattern is { Length: > 0 } key && !key.Contains('*', StringComparison.Ordinal))
        {
            _notes.Add(key);
        }
    }

    /// <summary>True where people asked to keep this note, or to keep notes at all.</summary>
    public bool AsksToNote(string key) => _notes.Contains(key) || AsksFor(Intent.Note);

    /// <summary>True where people said that an alert, or whatever else started the run, tells what to work on.</summary>
    public bool SpeaksOfTrigger => _texts.Exists(t => t.All.Any(p => !p.Forbids && p.Terms.Any(IsTrigger)));

    /// <summary>True for a number within bounds that people gave for replicas.</summary>
    public bool Spans(string number) => _texts.Exists(t => t.All.Any(p => !p.Forbids && Counts(p) && InRange(p, number)));

    /// <summary>True for a number that people wrote in letters.</summary>
    public bool Says(string number) => _texts.Exists(t => t.All.Any(p => !p.Forbids && Has(p, number)));

    /// <summary>True where people asked for every action of a changing call.</summary>
    public bool AsksFor(string tool, IReadOnlyList<ProposedAction> actions, List<CallValue> values, Func<string, bool> isNamedByTrigger, OutsideReading reading)
    {
        foreach (var action in actions)
        {
            if (action.Tier > RiskTier.Read && !(action.Domain == "kubernetes" ? AsksForObject(action, values, isNamedByTrigger, reading) : AsksForCall(tool, action, values)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where people asked for something of this sort, whatever about.</summary>
    public bool AsksFor(Intent intent) => _texts.Exists(t => t.All.Any(p => p.Asking(intent, []).Any()));

    /// <summary>True where people asked to hand tasks to this agent, or to others without a name.</summary>
    public bool AsksToAsk(string receiver, bool isNamed) => _texts.Exists(t => t.All.Any(p =>
        p.Asking(Intent.Delegate, []).Any() && (p.Names(receiver) || isNamed || p.Terms.Any(term => term is "others" or "agents" or "agent" or "colleagues" or "colleague"))));

    private bool AsksForObject(ProposedAction action, List<CallValue> values, Func<string, bool> isNamedByTrigger, OutsideReading reading)
    {
        var intent = IntentWords.OfVerb(action.Verb);
        var numbers = intent == Intent.Scale ? values.Where(v => v.IsNumber).Select(v => v.Text).ToList() : [];
        var words = intent == Intent.None ? action.Verb.Split('-') : intent == Intent.Scale && numbers.Count > 0 ? Keeping : [];
        var names = NamesOf(action.Target);
        if (_texts.Exists(t => t.All.Any(p => p.Prohibits(intent, names))))
        {
            return false;
        }

        foreach (var text in _texts)
        {
            foreach (var passage in text.All)
            {
                foreach (var at in passage.Asking(intent, words))
                {
                    var kept = words == Keeping && Keeping.Contains(passage.Terms[at], StringComparer.OrdinalIgnoreCase);
                    if ((!kept || (numbers.TrueForAll(n => Has(passage, n)) && names.Exists(passage.Names))) && IsFor(action.Target, names, text, passage, at, names.Exists(n => isNamedByTrigger(n)), reading) && numbers.TrueForAll(n => IsCounted(n, text, passage, reading)))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsFor(CanonicalTarget target, List<string> names, AuthoredPassages text, AuthoredPassage passage, int at, bool isNamedByTrigger, OutsideReading reading)
    {
        bool IsPlace(string term) => reading.IsListed(term) || term.Equals(target.Namespace, StringComparison.OrdinalIgnoreCase);
        if (names.Exists(passage.Names))
        {
            return names.Exists(n => text.Puts(n, target.Namespace, IsPlace) && IsThere(passage, n)) && text.Reaches(target.Namespace, IsPlace);
        }

        return passage.ObjectAt(at, target.KindNames) switch
        {
            _ when names.Exists(passage.Excepts) => false,
            ObjectOfIntent.Kind => passage.Places(IsPlace).ToList() is var places && (places.Count == 0 ? text.Reaches(target.Namespace, IsPlace) : places.Contains(target.Namespace, StringComparer.OrdinalIgnoreCase)),
            ObjectOfIntent.Meant => isNamedByTrigger || (text.Reaches(target.Namespace, IsPlace) && IsMeant(target, names, text, passage, IsPlace, reading)),
            _ => false,
        };

        bool IsThere(AuthoredPassage said, string name) => said.PlacesOf(name, IsPlace).ToList() is var places && (places.Count == 0 || places.Contains(target.Namespace, StringComparer.OrdinalIgnoreCase));
    }

    // "Restart it" means what the sentence, or the nearest one before it that names something, spoke of; where nothing is named, whatever the run finds.
    private static bool IsMeant(CanonicalTarget target, List<string> names, AuthoredPassages text, AuthoredPassage passage, Func<string, bool> isPlace, OutsideReading reading)
    {
        var known = text.All.SelectMany(p => p.Named(target.KindNames, isPlace)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var places = text.All.SelectMany(p => p.Places(isPlace)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = text.All.ToList().IndexOf(passage); i >= 0; i--)
        {
            var said = text.All[i];
            if (!said.Forbids && names.Exists(said.Names))
            {
                return names.Exists(n => text.Puts(n, target.Namespace, isPlace));
            }

            if (said.Terms.Any(t => known.Contains(t) || (reading.IsListed(t) && !places.Contains(t) && !AuthoredPassage.IsKind(t, target.KindNames) && !AuthoredPassage.IsGrammar(t))))
            {
                return false;
            }
        }

        return known.Count == 0 || names.Exists(n => text.Puts(n, target.Namespace, isPlace));
    }

    /// <summary>The object's name; for what a controller makes, also the names of what it may be of.</summary>
    private static List<string> NamesOf(CanonicalTarget target)
    {
        var from = target.Text.IndexOf('/', StringComparison.Ordinal) + 1;
        var to = target.Text.IndexOf(' ', from);
        var name = to < 0 ? target.Text[from..] : target.Text[from..to];
        var names = new List<string>();
        if (name is not ("*" or ""))
        {
            names.Add(name);
        }

        var made = target.Text.StartsWith("pods/", StringComparison.Ordinal) || target.Text.StartsWith("replicasets.", StringComparison.Ordinal) || target.Text.StartsWith("jobs.", StringComparison.Ordinal);
        for (var cut = name.LastIndexOf('-'); made && cut > 0; cut = name.LastIndexOf('-', cut - 1))
        {
            names.Add(name[..cut]);
        }

        return names;
    }

    private static bool IsCounted(string number, AuthoredPassages text, AuthoredPassage passage, OutsideReading reading) =>
        Has(passage, number) || text.All.Any(p => !p.Forbids && Counts(p) && Has(p, number)) || (!reading.IsMentioned(number) && text.All.Any(p => !p.Forbids && (p == passage || Counts(p)) && InRange(p, number)));

    private static bool Counts(AuthoredPassage passage) =>
        passage.Terms.Any(t => t is "replicas" or "replica" or "copies" or "instances" or "maximum" or "minimum" or "max" or "min" || t.StartsWith("scal", StringComparison.OrdinalIgnoreCase));

    private static bool Has(AuthoredPassage passage, string number) =>
        passage.Terms.Contains(number) || (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < Digits.Length && value != 1 && passage.Names(Digits[value]));

    private static bool InRange(AuthoredPassage passage, string number)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var match = Range().Match(string.Join(' ', passage.Terms));
        return match.Success
            && int.TryParse(match.Groups["from"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(match.Groups["to"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && value >= from && value <= to;
    }

    // Elsewhere than in a cluster, targets have no kinds: the sentence must ask for the operation, and speak of something in the call.
    private bool AsksForCall(string tool, ProposedAction action, List<CallValue> values)
    {
        var words = Operation(tool, action, values);
        var intent = IntentWords.OfVerb(action.Verb);
        foreach (var word in words)
        {
            intent |= IntentWords.OfVerb(word);
        }

        var about = values.Where(v => !v.IsPlace && !v.IsNumber && !words.Contains(v.Text)).SelectMany(v => v.Text.Split('.').Append(v.Text)).ToList();
        return _texts.Exists(t => t.All.Any(p => p.Asking(intent, words).Any() && (about.Count == 0 || tool is "aws.cli" or "az.cli" || tool.StartsWith("mcp.", StringComparison.Ordinal) || about.Exists(p.Names))));
    }

    private static HashSet<string> Operation(string tool, ProposedAction action, List<CallValue> values)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { tool, tool[(tool.LastIndexOf('.') + 1)..] };
        if (tool is "aws.cli" or "az.cli")
        {
            words = new HashSet<string>(action.Verb.Split('-'), StringComparer.OrdinalIgnoreCase) { action.Verb };
        }
        else if (tool == "ssh.exec")
        {
            words = new HashSet<string>(action.Verb.Split('-'), StringComparer.OrdinalIgnoreCase);
            words.UnionWith(values.Where(v => !v.IsPlace && !v.IsNumber).Take(2).Select(v => v.Text));
        }

        return words;
    }

    private static bool IsTrigger(string term) =>
        term.StartsWith("alert", StringComparison.OrdinalIgnoreCase) || term.ToLowerInvariant() is "payload" or "webhook" or "trigger" or "triggers" or "incident" or "ticket" or "notification";

    [GeneratedRegex(@"\b(?<from>\d+) (?:and|to|up to|or) (?<to>\d+)\b")]
    private static partial Regex Range();
}
