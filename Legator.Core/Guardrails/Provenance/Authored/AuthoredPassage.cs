using System.Collections.Frozen;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>A sentence that people wrote, as terms, and what it asks for.</summary>
internal sealed class AuthoredPassage
{
    private const int Near = 4;

    private static readonly FrozenSet<string> Negators = Set("never not don t no nobody nothing neither nor without avoid avoids refrain refuse forbidden prohibited disallowed rather instead nicht nie niemals kein keine keinen keinesfalls niemand ohne verboten");
    private static readonly FrozenSet<string> Behind = Set("never forbidden prohibited disallowed not nobody impossible nicht nie niemals verboten");
    private static readonly FrozenSet<string> Conditions = Set("if when where whenever wherever once after as while should unless until in for with whose that which who because since at on from to by");
    private static readonly FrozenSet<string> People = Set("person persons people human humans somebody someone approval approve approves approved permission consent sign-off confirms confirmed confirmation");
    private static readonly FrozenSet<string> Requesting = Set("could can would will");
    private static readonly FrozenSet<string> Polite = Set("please kindly just also quickly now");
    private static readonly FrozenSet<string> Exceptions = Set("not except excepting never without leave besides than unlike other but excluding opposed versus vs nicht nie niemals ohne außer");
    private static readonly FrozenSet<string> Excepting = Set("except excepting exception besides than unlike other but excluding");
    private static readonly FrozenSet<string> Qualifiers = Set("more twice again unless before while during if until without when than within where after often");
    private static readonly FrozenSet<string> Nouns = Set("count counts policy policies loop loops time times rate rates number history reason reasons limit limits");
    private static readonly FrozenSet<string> BeforeNouns = Set("no of per since last many after few fewer more most previous recent by its their a an the");
    private static readonly FrozenSet<string> Beings = Set("be is are get gets being");
    private static readonly FrozenSet<string> GoesOn = Set("is are was were been keeps stuck still");
    private static readonly FrozenSet<string> Doers = Set("it agent you");
    private static readonly FrozenSet<string> Relatives = Set("that which");
    private static readonly FrozenSet<string> Modals = Set("will would may might can could shall should must");
    private static readonly FrozenSet<string> Ourselves = Set("you agent it i please run skill");
    private static readonly FrozenSet<string> Adverbs = Set("also then always still only now just even");
    private static readonly FrozenSet<string> Past = Set("was were did had went");
    private static readonly FrozenSet<string> Ways = Set("you agent means using kubectl a an");
    private static readonly FrozenSet<string> NoPlaces = Set("winter summer spring autumn january february march april may june july august september october november december minutes hours seconds days weeks months time general case order place particular advance parallel turn total sequence doubt question trouble use turns pieces full short detail words writing person front line which what it them this that these those all any");
    private static readonly FrozenSet<string> BehindPlaces = Set("and or then to up down runs has is at should must shall can may carries gets needs");
    private static readonly FrozenSet<string> Workloads = Set("deployment deployments statefulset statefulsets daemonset daemonsets replicaset replicasets");
    private static readonly FrozenSet<string> Pronouns = Set("it them they both one ones this that these those itself");
    private static readonly FrozenSet<string> Determiners = Set("the a an any all every each its their that those these this such affected failing failed hung hanging stuck unhealthy broken crashed crashing same whole own respective old orphaned evicted completed finished done succeeded dead stale expired unused idle terminated errored our your up down most exactly only at once");
    private static readonly FrozenSet<string> Many = Set("a an any all every each those these such affected failing failed hung hanging stuck unhealthy broken crashed crashing old orphaned evicted completed finished done succeeded dead stale expired unused idle terminated errored");
    private static readonly FrozenSet<string> Things = Set("workload workloads resource resources object objects service services app apps application applications component components instance instances replica replicas container containers process processes server servers");

    private static readonly FrozenSet<string> States = Set("finished completed complete done succeeded ended terminated dead evicted failed failing errored crashed crashing crash crashes crash-loop crashloop crashloopbackoff crash-looping");
    private static readonly FrozenSet<string> Within = Set("in of within inside from across on to for n under");
    private static readonly FrozenSet<string> Kinds = Set("deployment deployments pod pods statefulset statefulsets daemonset daemonsets replicaset replicasets cronjob cronjobs configmap configmaps pvc pvcs persistentvolumeclaim persistentvolumeclaims nodes namespaces");

    private readonly string[] _terms;
    private readonly bool[] _breaks;
    private readonly bool[] _asides;

    /// <param name="text">The sentence.</param>
    /// <param name="forbidden">It stands where people say what may not be done.</param>
    /// <param name="isOrder">It is of the run's own task, so that <c>could you …?</c> asks for it.</param>
    public AuthoredPassage(string text, bool forbidden, bool isOrder = false)
    {
        var (terms, breaks, asides, from, depth) = (new List<string>(), new List<bool>(), new List<bool>(), 0, 0);
        foreach (var range in new TextTerms(text))
        {
            terms.Add(text[range]);
            var between = text.AsSpan(from..range.Start.Value);
            breaks.Add(between.ContainsAny(",;:()|—–?\n") && !(between is ":" && char.IsAsciiDigit(text[from - 1]) && char.IsAsciiDigit(text[range.Start.Value])));
            depth = Math.Max(0, depth + between.Count('(') - between.Count(')'));
            asides.Add(depth > 0);
            from = range.End.Value;
        }

        (Text, _terms, _breaks, _asides) = (text, [.. terms], [.. breaks], [.. asides]);
        Forbids = forbidden || (_terms.Take(3).Any(Negators.Contains) && !_terms.Take(2).Any(Conditions.Contains));
        AsksNothing = Forbids || Enumerable.Range(0, _terms.Length).Any(IsPerson) || (text.AsSpan().TrimEnd().EndsWith('?') && (Requested = isOrder ? RequestAt() : -1) < 0);
    }

    /// <summary>The sentence as it was written.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Terms => _terms;

    /// <summary>It says what may not be done.</summary>
    public bool Forbids { get; }

    /// <summary>It is a question, leaves the decision to people, or forbids something.</summary>
    public bool AsksNothing { get; }

    /// <summary>Where the sentence, a question, asks for something to be done; null where it is no question.</summary>
    public int? Requested { get; }

    /// <summary>It says of something that it is not, or is not to be.</summary>
    public bool Negates => _terms.Any(Negators.Contains);

    /// <summary>A new part of the sentence begins with this term.</summary>
    public bool BreaksAt(int at) => _breaks[at];

    /// <summary>True where the sentence asks for something with these words in a row.</summary>
    public bool AsksInWords(IReadOnlyList<string> words) => !AsksNothing && Requested is null && words.Count > 0
        && Enumerable.Range(0, Math.Max(0, _terms.Length - words.Count + 1)).Any(i => Enumerable.Range(0, words.Count).All(w => _terms[i + w].Equals(words[w], StringComparison.Ordinal)) && !IsNegated(i));

    /// <summary>Where the sentence asks for one of these, or with one of these words.</summary>
    public IEnumerable<int> Asking(Intent intent, IReadOnlyCollection<string> words)
    {
        for (var i = 0; i < _terms.Length && !AsksNothing; i++)
        {
            if ((Requested is null || Requested == i) && Asks(i, intent, words) && !IsNegated(i))
            {
                yield return i;
            }
        }
    }

    /// <summary>True where the sentence names something, and does not except it.</summary>
    public bool Names(string name) => Naming(name).Any();

    /// <summary>True where the sentence names something, and not only as the place of something else.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isPlace">It is the name of a place, so that <c>in demo</c> does not name it either.</param>
    public bool NamesObject(string name, bool isPlace) => Naming(name).Any(i => !IsWithin(i, isPlace));

    /// <summary>True where the sentence speaks of objects of known kinds, as more than a place; of these, or of things in general, where kinds are given.</summary>
    public bool SpeaksOfKinds(IReadOnlyList<string>? kinds) =>
        _terms.Any(t => kinds is null ? Kinds.Contains(t) : IsKind(t, kinds) && !t.Equals("namespace", StringComparison.OrdinalIgnoreCase));

    /// <summary>True where the sentence says that nothing of the kind may be done with what has one of the names, whatever the circumstances.</summary>
    public bool Prohibits(Intent intent, IReadOnlyCollection<string> names) =>
        Forbids && names.Any(n => Enumerable.Range(0, _terms.Length).Any(i => _terms[i].Equals(n, StringComparison.OrdinalIgnoreCase) && !Before(i, 3).Any(Excepting.Contains))) && _terms.Any(t => (IntentWords.Of(t).Intent & intent) != 0) && !_terms.Any(Qualifiers.Contains);

    /// <summary>True where the sentence names something only to leave it out.</summary>
    public bool Excepts(string name) => !Names(name) && _terms.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The places that the sentence gives for a name: the one that follows it, or the one before.</summary>
    public IEnumerable<string> PlacesOf(string name, Func<string, bool> isPlace)
    {
        foreach (var at in Naming(name))
        {
            if (Enumerable.Range(at + 1, _terms.Length - at - 1).Concat(Enumerable.Range(0, at).Reverse()).Where(i => IsPlaceAt(i, isPlace)).Select(i => _terms[i]).FirstOrDefault() is { } place)
            {
                yield return place;
            }
        }
    }

    /// <summary>All places that the sentence gives.</summary>
    public IEnumerable<string> Places(Func<string, bool> isPlace) => Enumerable.Range(0, _terms.Length).Where(i => IsPlaceAt(i, isPlace)).Select(i => _terms[i]);

    /// <summary>What the sentence gives names to: what stands behind a kind, or before its place.</summary>
    public IEnumerable<string> Named(IReadOnlyList<string> kinds, Func<string, bool> isPlace)
    {
        for (var i = 0; i < _terms.Length; i++)
        {
            var behind = i > 0 && IsKind(_terms[i - 1], kinds) && !_breaks[i];
            var placed = i + 2 < _terms.Length && _terms[i + 1] is "in" or "-n" or "n" && (IsPlaceAt(i + 2, isPlace) || (i + 3 < _terms.Length && IsPlaceAt(i + 3, isPlace)));
            var together = i > 1 && _terms[i - 1] is "and" && i > 2 && IsKind(_terms[i - 3], kinds);
            var closed = i + 1 >= _terms.Length || (_asides[i + 1] && !_asides[i]) || _terms[i + 1].ToUpperInvariant() is "IN" or "AND" or "OR" or "N";
            if ((placed || ((behind || together) && closed)) && !IsKind(_terms[i], kinds) && !IsGrammar(_terms[i]) && !IsPlaceAt(i, isPlace))
            {
                yield return _terms[i];
            }
        }
    }

    /// <summary>What the wish at a place is for.</summary>
    public ObjectOfIntent ObjectAt(int at, IReadOnlyList<string> kinds)
    {
        if (AskedRemedy.IsAt(this, at))
        {
            return ObjectOfIntent.Meant;
        }

        var (i, many) = (at + 1, false);
        for (; i < _terms.Length && _terms[i] is "sure" or "that" && AskedUpkeep.IsAt(this, at); i++)
        {
        }

        for (; i < _terms.Length && !_breaks[i] && Determiners.Contains(_terms[i]) && !EndsAt(i + 1); i++)
        {
            many |= Many.Contains(_terms[i]);
        }

        if (EndsAt(i) || Pronouns.Contains(_terms[i]) || Conditions.Contains(_terms[i]) || _terms[i] is "what" or "whatever" or "with" or "and" or "or" or "then" or "again" or "now" or "before" or "too" or "via" or "using" or "per")
        {
            return ObjectOfIntent.Meant;
        }

        if (!IsKind(_terms[i], kinds) || (!EndsAt(i + 1) && !Conditions.Contains(_terms[i + 1]) && _terms[i + 1] is not ("of" or "and" or "or" or "named" or "then" or "there" or "again" or "except" or "but" or "besides")))
        {
            return ObjectOfIntent.Named;
        }

        return many || _terms[i][^1] is 's' ? ObjectOfIntent.Kind : ObjectOfIntent.Meant;
    }

    /// <summary>True where the wish is in words for objects of this very kind, and not for what they belong to or for things in general: <c>restart pods that hang</c>, <c>restart the pod that</c>.</summary>
    public bool IsForKind(int at, IReadOnlyList<string> kinds) =>
        ObjectAt(at, kinds) != ObjectOfIntent.Named && _terms.Skip(at + 1).TakeWhile(t => Determiners.Contains(t) || kinds.Contains(t, StringComparer.OrdinalIgnoreCase)).Any(t => kinds.Contains(t, StringComparer.OrdinalIgnoreCase));

    /// <summary>True where the sentence means what has ended or has broken down, and not what is at work.</summary>
    public bool SpeaksOfEnds => _terms.Any(States.Contains);

    /// <summary>True where the sentence has one of the words that stand for what was spoken of before.</summary>
    public bool HasPronoun => _terms.Any(Pronouns.Contains);

    public static bool IsKind(string term, IReadOnlyList<string> kinds) => Things.Contains(term) || kinds.Contains(term, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a word that cannot be a name here.</summary>
    public static bool IsGrammar(string term) =>
        Conditions.Contains(term) || Determiners.Contains(term) || Pronouns.Contains(term) || term is "namespace" or "namespaces" or "is" or "are" or "of" or "and" or "or" or "has" or "have" or "does" or "named" or "can" or "may" or "must" or "will" or "hangs" or "there";

    // A contact person decides nothing.
    private bool IsPerson(int at) => People.Contains(_terms[at]) && !(at > 0 && _terms[at - 1].Equals("contact", StringComparison.OrdinalIgnoreCase));

    // "Could you please restart web?" asks for what follows these words, and "can you tell whether web must be restarted?" for no restart.
    private int RequestAt()
    {
        for (var i = 1; i < _terms.Length; i++)
        {
            if (_terms[i].Equals("you", StringComparison.OrdinalIgnoreCase) && Requesting.Contains(_terms[i - 1]) && (i == 1 || _breaks[i - 1]))
            {
                do
                {
                    i++;
                }
                while (i < _terms.Length && Polite.Contains(_terms[i]));
                return i < _terms.Length ? i : -1;
            }
        }

        return -1;
    }

    private bool IsPlaceAt(int at, Func<string, bool> isPlace) =>
        at > 0 && !_breaks[at] && !IsGrammar(_terms[at])
        && (_terms[at - 1].ToUpperInvariant() is "NAMESPACE" or "N" || (_terms[at - 1].ToUpperInvariant() is "IN" or "NAMESPACES" && (isPlace(_terms[at]) || IsLikeAPlace(at))));

    // "Web in demo": a single name, and what follows is about something else. Of what is no place, people say "in the".
    private bool IsLikeAPlace(int at) => !NoPlaces.Contains(_terms[at]) && !_terms[at].AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-") && char.IsAsciiLetterLower(_terms[at][0])
        && (EndsAt(at + 1) || Conditions.Contains(_terms[at + 1]) || BehindPlaces.Contains(_terms[at + 1]));

    private IEnumerable<int> Naming(string name) =>
        Enumerable.Range(0, _terms.Length).Where(i => _terms[i].Equals(name, StringComparison.OrdinalIgnoreCase) && !Before(i, 3).Any(Exceptions.Contains) && !IsLeftAlone(i));

    // "Leave each of them alone, be it this or that one": up to the exception, or the next wish.
    private bool IsLeftAlone(int at)
    {
        var leave = Array.FindIndex(_terms, t => t.ToUpperInvariant() is "LEAVE" or "LEAVES");
        var alone = leave < 0 ? -1 : Array.FindIndex(_terms, leave, t => t.Equals("alone", StringComparison.OrdinalIgnoreCase));
        return alone > 0 && leave < at && !Enumerable.Range(leave + 1, at - leave - 1).Any(i => Excepting.Contains(_terms[i]) || (i > alone && IntentWords.Of(_terms[i]).Intent != Intent.None));
    }

    /// <summary>True where the sentence speaks of workloads of some kind, and of none of these kinds.</summary>
    public bool IsOfOtherWorkloads(IReadOnlyList<string> kinds) => kinds.Any(Workloads.Contains) && _terms.Any(Workloads.Contains) && !_terms.Any(t => kinds.Contains(t, StringComparer.OrdinalIgnoreCase));

    private bool IsWithin(int at, bool isPlace)
    {
        if (at > 0 && _terms[at - 1].ToUpperInvariant() is "NAMESPACE" or "NAMESPACES")
        {
            var before = at - 2;
            while (before >= 0 && Determiners.Contains(_terms[before]))
            {
                before--;
            }

            return before >= 0 && Within.Contains(_terms[before]);
        }

        return isPlace && at > 0 && Within.Contains(_terms[at - 1]);
    }

    private bool EndsAt(int at) => at >= _terms.Length || _breaks[at];

    private bool Asks(int at, Intent intent, IReadOnlyCollection<string> words)
    {
        var (asked, form) = IntentWords.Of(_terms[at]);
        var restarts = (intent & Intent.Restart) != 0;
        return ((asked & intent) != 0 && IsWish(at, form)) || AskedMark.IsAt(this, at, intent) || (restarts && AskedRemedy.IsAt(this, at))
            || ((asked & intent) == 0 && (restarts && (AskedUpkeep.IsAt(this, at) || AskedRestart.IsAt(this, at)) ? !BeforeNouns.Contains(at > 0 ? _terms[at - 1] : "") : words.Contains(_terms[at], StringComparer.OrdinalIgnoreCase)));
    }

    private bool IsWish(int at, IntentForm form)
    {
        var before = at > 0 && !_breaks[at] ? _terms[at - 1] : "";
        var after = EndsAt(at + 1) ? "" : _terms[at + 1];
        return form switch
        {
            IntentForm.Plain => _terms[at].Contains('.', StringComparison.Ordinal) || (!Nouns.Contains(after) && !BeforeNouns.Contains(before) && !IsOfOthers(at) && !IsTold(at)),
            IntentForm.Third => !Nouns.Contains(after) && IsOurs(at),
            IntentForm.Going => !GoesOn.Contains(before),
            _ => Beings.Contains(before) && !IsByOthers(at),
        };
    }

    // "The agent also restarts it" tells what is wanted, "helper also restarts it" what somebody else does.
    private bool IsOurs(int at)
    {
        var i = SubjectAt(at);
        return i < 0 || _breaks[i + 1] || Doers.Contains(_terms[i]) || (_terms[i] is "and" && i < at - 1) || (Relatives.Contains(_terms[i]) && i > 0 && Ourselves.Contains(_terms[i - 1]));
    }

    // "On-call will scale it", "helper can also restart it", "for Ledger to ask".
    private bool IsOfOthers(int at)
    {
        var i = SubjectAt(at);
        if (i < 1 || _breaks[i + 1] || _breaks[i])
        {
            return false;
        }

        return Modals.Contains(_terms[i]) ? SubjectAt(i) is >= 0 and var subject && !Ourselves.Contains(_terms[subject])
            : _terms[i].Equals("to", StringComparison.OrdinalIgnoreCase) && i > 1 && char.IsAsciiLetterUpper(_terms[i - 1][0]);
    }

    // The term before, but for words like "also".
    private int SubjectAt(int at)
    {
        var i = at - 1;
        while (i >= 0 && !_breaks[i + 1] && Adverbs.Contains(_terms[i]))
        {
            i--;
        }

        return i;
    }

    // "It was rolled back (rollout undo)" tells what was done.
    private bool IsTold(int at) => _asides[at] && Enumerable.Range(0, at).Any(i => Past.Contains(_terms[i])) && !Enumerable.Range(0, at).Any(i => Conditions.Contains(_terms[i]) && _terms[i].ToUpperInvariant() is "IF" or "WHEN" or "WHERE" or "WHENEVER");

    // "Is set by people"; "is removed by deleting it" says how.
    private bool IsByOthers(int at)
    {
        for (var i = at + 1; i + 1 < _terms.Length && i <= at + Near && !_breaks[i]; i++)
        {
            if (_terms[i].Equals("by", StringComparison.OrdinalIgnoreCase))
            {
                var by = _terms[i + 1] is "the" && i + 2 < _terms.Length ? _terms[i + 2] : _terms[i + 1];
                return !Ways.Contains(by) && !by.EndsWith("ing", StringComparison.Ordinal) && !char.IsAsciiDigit(by[0]);
            }
        }

        return false;
    }

    private bool IsNegated(int at)
    {
        if (Before(at, Near).Any(Negators.Contains))
        {
            return true;
        }

        for (var i = at + 1; i <= at + 3 && !EndsAt(i) && !Conditions.Contains(_terms[i]); i++)
        {
            if (Behind.Contains(_terms[i]))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<string> Before(int at, int most)
    {
        for (var i = at; i > 0 && !_breaks[i] && at - i < most; i--)
        {
            yield return _terms[i - 1];
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
