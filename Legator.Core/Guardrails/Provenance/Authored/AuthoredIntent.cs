using System.Collections.Frozen;
using Legator.Core.Actions;
using Legator.Core.Guardrails.Provenance.Wishes;
using Legator.Core.Resources.Environments;
using Legator.Core.Skills;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>
/// Whether people asked for what a call does: a skill's instructions, the agent's description, or the run's task. An action sheet does not ask, it only permits.
/// Once text from outside was read, what nobody of them asked for may be that text's wish, in whatever words.
/// </summary>
internal sealed class AuthoredIntent
{
    // "Keep web at 3" asks for no note, and "delete pods" to forget none.
    private static readonly FrozenSet<string> OfMuch = Set("keep keeps kept keeping store stores stored storing write writes writing delete deletes deleted deleting remove removes removed removing clear clears cleared clearing reset resets resetting drop drops dropped dropping");
    private static readonly FrozenSet<string> Notes = Set("note notes memory state key keys state.set state.delete state.get remember remembered");

    private static readonly FrozenSet<string> Gone = Set("expired sold retired decommissioned former formerly abandoned defunct obsolete longer");

    private const int MostMore = 2;

    private readonly List<AuthoredPassages> _texts = [];
    private IReadOnlySet<string>? _types;
    private readonly HashSet<string> _namespaces = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _notes = new(StringComparer.Ordinal);

    /// <param name="text">The text.</param>
    /// <param name="isOrder">It is the run's own task.</param>
    public void Read(string? text, bool isOrder = false)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _texts.Add(AuthoredPassages.Of(text, isOrder));
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

    /// <summary>Takes in the namespaces of the environment: <c>in demo</c> says where.</summary>
    public void Read(LegatorEnvironmentSpec environment) =>
        _namespaces.UnionWith(environment.Namespaces is { } known ? [.. known.Monitoring, .. known.Apps, .. known.System, .. known.Additional.Values.SelectMany(n => n)] : []);

    /// <summary>What people wrote in sentences.</summary>
    public IReadOnlyList<AuthoredPassages> Texts => _texts;

    /// <summary>Types that people gave events: <c>finding.web</c>, <c>an event of type incident</c>. Empty where they gave none.</summary>
    public IReadOnlySet<string> EventTypes => _types ??= Texts.SelectMany(t => t.All).Where(p => !p.Forbids && p.Asking(Intent.Tell, []).Any())
        .SelectMany(p => p.Terms.Where((term, i) => i > 0 && p.Terms[i - 1] is "type" or "types" && !AuthoredPassage.IsGrammar(term)).Concat(GivenValues.TypesOf(p))).ToHashSet(StringComparer.Ordinal);

    /// <summary>True where one text asks for such a thing, or speaks of it, with all of these.</summary>
    public bool SpeaksOf(Func<string, bool> says, IReadOnlyList<string> objects) => Texts.Any(t => t.All.Where(p => !p.Forbids).Select((p, i) => (Passage: p, Before: i > 0 && p.HasPronoun ? t.All[i - 1] : null))
        .Any(p => p.Passage.Terms.Any(says) && objects.All(o => p.Passage.Names(o) || p.Before?.Names(o) == true)));

    /// <summary>True for a word that stands where people asked to hand on a task, and that says something.</summary>
    public bool DelegatesWith(string term) => !AuthoredPassage.IsGrammar(term) && Texts.Any(t => t.All.Any(p => p.Asking(Intent.Delegate, []).Any() && p.Terms.Contains(term, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The sentences that ask for something of this sort, each with those that follow it and ask for nothing of the sort, which may say more of it.</summary>
    public List<List<AuthoredPassage>> Wishes(Intent intent)
    {
        var wishes = new List<List<AuthoredPassage>>();
        foreach (var text in _texts)
        {
            List<AuthoredPassage>? wish = null;
            foreach (var said in text.All)
            {
                if (said.Asking(intent, []).Any(at => said.Terms[at] is not "warning" && ((intent & Intent.Note) == 0 || !OfMuch.Contains(said.Terms[at]) || said.Terms.Any(Notes.Contains))))
                {
                    wishes.Add(wish = [said]);
                }
                else if (wish is { Count: <= MostMore } && !said.Forbids)
                {
                    wish.Add(said);
                }
            }
        }

        return wishes;
    }

    /// <summary>True where one sentence has the name of a header and, as one piece, its value.</summary>
    public bool Gives(string header, string value) => _texts.Exists(t => t.All.Any(p => !p.Forbids && WrittenPieces.IsIn(p.Text, header) && WrittenPieces.IsIn(WrittenPieces.Plain(p.Text), WrittenPieces.Plain(value))));

    /// <summary>True for a host that people wrote only to say that it is gone, or in somebody else's hands.</summary>
    public bool Abandons(string host)
    {
        var said = _texts.SelectMany(t => t.All).Where(p => p.Terms.Contains(host, StringComparer.OrdinalIgnoreCase)).ToList();
        return said.Count > 0 && said.TrueForAll(p => p.Forbids || p.Terms.Any(Gone.Contains));
    }

    /// <summary>True for a note that an entry of an action sheet names.</summary>
    public bool HasNote(string key) => _notes.Contains(key);

    /// <summary>True for a word that stands where people asked for a note.</summary>
    public bool NotesDown(string term) => _texts.Exists(t => t.All.Any(p => p.Names(term) && p.Asking(Intent.Note | Intent.Change, []).Any()));

    /// <summary>True where people asked to keep this note, or to keep notes at all.</summary>
    public bool AsksToNote(string key) => _notes.Contains(key) || AsksFor(Intent.Note, key);

    /// <summary>True where people asked to forget this note, or notes.</summary>
    public bool AsksToForget(string key) => AsksFor(Intent.Forget, key);

    /// <summary>True where people said that an alert, or whatever else started the run, tells what to work on.</summary>
    public bool SpeaksOfTrigger => _texts.Exists(t => t.All.Any(p => !p.Forbids && p.Terms.Any(IsTrigger)));

    /// <summary>True for a number within bounds that people gave for replicas.</summary>
    public bool Spans(string number) => _texts.Exists(t => t.All.Any(p => !p.Forbids && Counts(p) && AskedCount.Spans(p, number)));

    /// <summary>True for a number that people wrote in letters.</summary>
    public bool Says(string number) => _texts.Exists(t => t.All.Any(p => !p.Forbids && (AskedCount.Gives(p, number) || AskedCount.Places(p, number).Any(at => AskedCount.IsOfReplicas(p, at)))));

    /// <summary>True where people asked for every action of a changing call.</summary>
    public bool AsksFor(string tool, IReadOnlyList<ProposedAction> actions, List<CallValue> values, Func<string, bool> isNamedByTrigger, OutsideReading reading)
    {
        foreach (var action in actions)
        {
            if (action.Tier > RiskTier.Read && !(action.Domain == "kubernetes" ? AsksForObject(action, values, isNamedByTrigger, reading) : AsksForCall(tool, action, values, reading)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where people asked for something of this sort, whatever about.</summary>
    /// <param name="intent">What of.</param>
    /// <param name="key">The note that it is about.</param>
    public bool AsksFor(Intent intent, string? key = null) => _texts.Exists(t => t.All.Any(p =>
        p.Asking(intent, []).Any(at => key is null || !OfMuch.Contains(p.Terms[at]) || p.Terms.Any(Notes.Contains) || p.Names(key))));

    /// <summary>True where people wrote of doing such a thing, other than to forbid it.</summary>
    public bool Speaks(Deed deed) => _texts.Exists(t => t.All.Any(p => !p.Forbids && p.Terms.Any(term => (DeedWords.Of(term) & deed) != 0)));

    /// <summary>True where people asked to hand tasks to this agent, or to others without a name.</summary>
    public bool AsksToAsk(string receiver, bool isNamed) => _texts.Exists(t => t.All.Any(p =>
        (p.Asking(Intent.Tell, []).Any() && p.Names(receiver)) || (p.Asking(Intent.Delegate, []).Any() && (p.Names(receiver) || isNamed || p.Terms.Any(term => term is "others" or "agents" or "agent" or "colleagues" or "colleague")))));

    private bool AsksForObject(ProposedAction action, List<CallValue> values, Func<string, bool> isNamedByTrigger, OutsideReading reading)
    {
        var intent = IntentWords.OfVerb(action.Verb);
        intent |= action.Verb == "patch" && values.Exists(v => v.Text == "suspend") ? Intent.Pause | Intent.Resume : Intent.None;
        var numbers = intent == Intent.Scale ? values.Where(v => v.IsNumber).Select(v => v.Text).ToList() : [];
        var words = intent == Intent.None ? action.Verb.Split('-') : intent == Intent.Scale && numbers.Count > 0 ? AskedCount.Keeping : [];
        var names = NamesOf(action.Target);
        // Pods are restarted by deleting them: where people say it of pods, and not of what makes them.
        var ofPods = intent == Intent.Delete && names.Count > 0 && action.Target.KindNames.Contains("pods", StringComparer.OrdinalIgnoreCase);
        if (_texts.Exists(t => t.All.Any(p => p.Prohibits(intent, names))))
        {
            return false;
        }

        foreach (var text in _texts)
        {
            foreach (var passage in text.All)
            {
                if (numbers.Count == 1 && AskedScale.IsIn(passage, numbers[0], names, action.Target.Namespace) && IsFor(action.Target, names, text, passage, 0, isNamedByTrigger: false, reading))
                {
                    return true;
                }

                foreach (var at in ofPods ? passage.Asking(intent, words).Concat(passage.Asking(Intent.Restart, []).Where(at => !AskedUpkeep.IsAt(passage, at) && passage.IsForKind(at, action.Target.KindNames))) : passage.Asking(intent, words))
                {
                    if (AskedMark.IsAt(passage, at, intent) && !AskedMark.HasAll(passage, values, names, action.Target.KindNames))
                    {
                        continue;
                    }

                    var kept = words == AskedCount.Keeping && AskedCount.Keeping.Contains(passage.Terms[at], StringComparer.OrdinalIgnoreCase);
                    if ((!kept || (numbers.TrueForAll(n => AskedCount.Gives(passage, n) || (!reading.IsMentioned(n) && AskedCount.Spans(passage, n))) && names.Exists(passage.Names))) && IsFor(action.Target, names, text, passage, at, names.Exists(n => isNamedByTrigger(n)), reading) && numbers.TrueForAll(n => IsCounted(n, text, passage, reading) || IsStated(n, action.Target, names, text, passage)))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private bool IsFor(CanonicalTarget target, List<string> names, AuthoredPassages text, AuthoredPassage passage, int at, bool isNamedByTrigger, OutsideReading reading)
    {
        bool IsPlace(string term) => reading.IsListed(term) || term.Equals(target.Namespace, StringComparison.OrdinalIgnoreCase) || _namespaces.Contains(term);
        var isPlace = target.KindNames.Contains("namespace", StringComparer.OrdinalIgnoreCase);
        if (passage.IsOfOtherWorkloads(target.KindNames))
        {
            return false;
        }

        if (names.Exists(n => passage.NamesObject(n, isPlace)))
        {
            return names.Exists(n => text.Puts(n, target.Namespace, IsPlace) && IsThere(passage, n)) && text.Reaches(target.Namespace, IsPlace);
        }

        return passage.ObjectAt(at, target.KindNames) switch
        {
            _ when names.Exists(passage.Excepts) => false,
            ObjectOfIntent.Kind or ObjectOfIntent.Meant when passage.SpeaksOfEnds && names.Count > 0 && reading.IsAtWork(names[0]) => false,
            ObjectOfIntent.Kind => passage.Places(IsPlace).ToList() is var places && (places.Count == 0 ? text.Reaches(target.Namespace, IsPlace) : places.Contains(target.Namespace, StringComparer.OrdinalIgnoreCase)),
            ObjectOfIntent.Meant when !SpeaksOf(target, text, passage) => false,
            ObjectOfIntent.Meant => isNamedByTrigger || (text.Reaches(target.Namespace, IsPlace) && IsMeant(target, names, text, passage, IsPlace, reading)),
            _ => false,
        };

        bool IsThere(AuthoredPassage said, string name) => said.PlacesOf(name, IsPlace).ToList() is var places && (places.Count == 0 || places.Contains(target.Namespace, StringComparer.OrdinalIgnoreCase));
    }

    // "Label it" in a text of Deployments means none of their Pods.
    private static bool SpeaksOf(CanonicalTarget target, AuthoredPassages text, AuthoredPassage passage)
    {
        var before = text.All.TakeWhile(p => p != passage).Append(passage).ToList();
        return !before.Exists(p => p.SpeaksOfKinds(null)) || before.Exists(p => p.SpeaksOfKinds(target.KindNames));
    }

    // "Restart it" means what the sentence, or the nearest one before it that names something, spoke of; where nothing is named, whatever the run finds.
    private static bool IsMeant(CanonicalTarget target, List<string> names, AuthoredPassages text, AuthoredPassage passage, Func<string, bool> isPlace, OutsideReading reading)
    {
        var known = text.All.SelectMany(p => p.Named(target.KindNames, isPlace)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var places = text.All.SelectMany(p => p.Places(isPlace)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var said = text.All.ToList();
        if (names.Count > 0 && said.FindIndex(p => p.Names(names[0])) > said.IndexOf(passage))
        {
            // Nobody means by "it" what is named later.
            return false;
        }

        for (var i = said.IndexOf(passage); i >= 0; i--)
        {
            var before = said[i];
            if (!before.Forbids && names.Exists(n => before.NamesObject(n, target.KindNames.Contains("namespace", StringComparer.OrdinalIgnoreCase))))
            {
                return names.Exists(n => text.Puts(n, target.Namespace, isPlace));
            }

            if (before.Terms.Any(t => known.Contains(t) || (reading.IsListed(t) && !places.Contains(t) && !AuthoredPassage.IsKind(t, target.KindNames) && !AuthoredPassage.IsGrammar(t))))
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
        text.All.Any(p => !p.Forbids && (p == passage || (Counts(p) && !SaysTo(passage))) && (AskedCount.Gives(p, number) || (!reading.IsMentioned(number) && AskedCount.Spans(p, number))));

    // What a sentence says to scale to, no other one says for it.
    private static bool SaysTo(AuthoredPassage passage) => Enumerable.Range(1, Math.Max(0, passage.Terms.Count - 1)).Any(i => passage.Terms[i - 1] is "to" && passage.Terms[i] is var number && AskedCount.Gives(passage, number) && char.IsAsciiDigit(number[0]));

    // "Deployment web in namespace demo runs with 6 replicas from Saturday. Scale it."
    private static bool IsStated(string number, CanonicalTarget target, List<string> names, AuthoredPassages text, AuthoredPassage passage) =>
        !passage.Terms.Any(t => char.IsAsciiDigit(t[0])) && text.All.TakeWhile(p => p != passage).LastOrDefault() is { } before && AskedScale.States(before, number, names, target.Namespace);

    private static bool Counts(AuthoredPassage passage) =>
        passage.Terms.Any(t => t is "replicas" or "replica" or "copies" or "instances" or "maximum" or "minimum" or "max" or "min" || t.StartsWith("scal", StringComparison.OrdinalIgnoreCase));

    // Elsewhere than in a cluster, targets have no kinds: the sentence must ask for the operation, and speak of something in the call.
    private bool AsksForCall(string tool, ProposedAction action, List<CallValue> values, OutsideReading reading)
    {
        if (tool == "ssh.exec")
        {
            return _texts.Exists(t => t.All.Any(p => AskedCommand.IsIn(p, action)));
        }

        return AskedCall.IsIn(_texts, tool, action, values, number => !reading.IsMentioned(number));
    }

    private static bool IsTrigger(string term) =>
        term.StartsWith("alert", StringComparison.OrdinalIgnoreCase) || term.ToLowerInvariant() is "payload" or "webhook" or "trigger" or "triggers" or "incident" or "ticket" or "notification";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
