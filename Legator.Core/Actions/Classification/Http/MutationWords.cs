using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Words in a path or query that say that a request changes something, whatever its method. They must stand as verbs: <c>/deleted-items</c> and <c>/restart-policy</c> do not.</summary>
internal static class MutationWords
{
    /// <summary>Verbs that are meant wherever they stand alone.</summary>
    private static readonly FrozenDictionary<string, RiskTier> Strong = Table(
        "delete del remove destroy erase purge wipe truncate terminate shutdown poweroff decommission undeploy uninstall flushall flushdb factoryreset diediedie quitquitquit abortabortabort "
        + "unlink deprovision obliterate nuke rmdir deletecollection dropdatabase droptable wipeout kill exec execute evict dodelete deleteall removeall",
        "restart reboot powercycle saferestart safeexit quietdown buildwithparameters redeploy cordon uncordon");

    /// <summary>Verbs that are meant when they end a path or are the value of an action.</summary>
    private static readonly FrozenDictionary<string, RiskTier> Final = Table(
        "migrate drop halt reset restore rollback failover drain clear revoke invalidate withdraw transfer pay term quit exit overwrite expire rm",
        "stop start reload promote demote pause resume suspend enable disable activate deactivate deploy trigger rotate renew cleanup cancel abort approve reject logout "
        + "signout unsubscribe insert save upload publish unpublish ban unban unlock freeze fail rerun rebuild reindex resync refresh provision detach kick send "
        + "replay requeue redrive retry compact vacuum flush trash untrash toggle acknowledge ack accept grant assign unassign impersonate increment decrement incr decr");

    /// <summary>Verbs that are meant when they are the value of an action, or lead a name like <c>sendMessage</c>.</summary>
    private static readonly FrozenDictionary<string, RiskTier> Leading = Table(
        "reject overwrite replace move rename format merge eval",
        "set create update add put post modify change edit write append send run invoke apply install upgrade downgrade migrate scale resize join leave attach release "
        + "authorize allocate associate disassociate register deregister import copy clone mark toggle submit reschedule patch build unload split swap terminate switch "
        + "lock block mute unmute pin unpin archive unarchive close reopen generate issue sync snapshot execute process schedule unschedule increment decrement acknowledge ack");

    /// <summary>Verbs that are meant when they end a path that has a query: <c>/users/add?name=eve</c>. Without one they name a form.</summary>
    private static readonly FrozenDictionary<string, RiskTier> WithQuery = Table(
        "overwrite", "run create add set update put write modify change append register deregister invoke apply submit assign run import transfer issue scale resize lock");

    // What follows makes a noun of any verb: delete-marker, restart-policy, updateCenter.
    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(
        ("policy policies marker markers count counts counter counters rate rates reason reasons time times timeout timeouts word words protection window windows metric metrics switch stats statistics "
        + "date dates candidates permission permissions point points threshold thresholds interval intervals delay behavior behaviour strategy supported after at on before progress latency duration durations "
        + "page pages center guide docs required level levels number ons up mortem mortems gres grid gateway id ids").Split(' '));

    // These make a noun only of verbs that are nouns themselves: runHistory, build-log, restart-events; but delete-events and purge-logs are orders.
    private static readonly FrozenSet<string> Things = FrozenSet.ToFrozenSet(
        ("log logs history status statuses state states event events request requests list lists info information report reports schedule schedules config configs configuration settings setting option options "
        + "code codes type types job jobs task tasks operation operations hook hooks notification notifications rule rules summary error errors key keys signal method methods version versions available availability "
        + "budget plan plans handler handlers probe probes trigger triggers queue queues set sets box boxes room rooms hub less name names group groups cache batch").Split(' '));

    private static readonly FrozenSet<string> Happenings = FrozenSet.ToFrozenSet("restart shutdown reboot kill".Split(' '));

    private static readonly FrozenSet<string> Occasions = FrozenSet.ToFrozenSet("event events log logs history status report reports schedule schedules notification notifications summary signal hook hooks".Split(' '));

    private static readonly FrozenSet<string> NounVerbs = FrozenSet.ToFrozenSet("run build block lock close release import sync deploy start trigger failover rollback".Split(' '));

    // Verbs that are no names of things: whoever asks for /activate/12 means the deed, for /deploy/12 perhaps the record of one.
    private static readonly FrozenSet<string> NeverThings = FrozenSet.ToFrozenSet(
        "rollback failover drain reset clear revoke invalidate stop promote demote pause resume suspend enable disable activate deactivate cancel abort approve reject unsubscribe unpublish unban unlock toggle acknowledge unassign impersonate increment decrement requeue"
            .Split(' '), StringComparer.OrdinalIgnoreCase);

    // What is counted is set back, and is no noun then: reset_counters, clear-stats.
    private static readonly FrozenSet<string> Clears = FrozenSet.ToFrozenSet(["reset", "clear", "zero"]);

    // What comes before makes an order of the verb: user-delete, forceRestart. Other names that end so are names: nightly-purge.
    private static readonly FrozenSet<string> Objects = FrozenSet.ToFrozenSet(
        "do force hard factory safe graceful bulk batch mass all user users account item items server node host vm instance system service db database table index cache data file files record row".Split(' '));

    private static readonly string[] Prefixes = ["delete", "remove", "destroy", "shutdown", "reboot", "restart", "purge", "truncate", "terminate", "uninstall"];

    /// <summary>What a segment of a path says.</summary>
    /// <param name="segment">Without percent signs.</param>
    /// <param name="last">True for the one that ends the path.</param>
    public static RiskTier OfSegment(ReadOnlySpan<char> segment, bool last)
    {
        var tier = Look(Strong, segment);
        if (tier == RiskTier.Read && last)
        {
            tier = IsSwitch(segment) ? RiskTier.ServiceMutation : Look(Final, segment);
        }

        return tier != RiskTier.Read ? tier : segment.Length < 4 ? RiskTier.Read : OfCompound(segment);
    }

    /// <summary>What a segment says that stands before a number which ends the path: <c>/activate/12</c>.</summary>
    public static RiskTier OfSegmentBeforeNumber(ReadOnlySpan<char> segment) =>
        NeverThings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(segment) ? Look(Final, segment) : RiskTier.Read;

    /// <summary>What a word says that may only be the order itself: <c>delete</c>, not <c>delete-user</c>.</summary>
    public static RiskTier OfOrder(ReadOnlySpan<char> word) => Look(Strong, word);

    /// <summary>What a word says that is the verb of an order in its place: <c>sync</c> in <c>sync-now</c>, <c>leave</c> in <c>force-leave</c>.</summary>
    public static RiskTier OfVerb(ReadOnlySpan<char> word) => Worse(Look(Strong, word), Worse(Look(Final, word), Look(Leading, word)));

    /// <summary>What a word says that was written with a dash in it: <c>log-out</c>.</summary>
    public static RiskTier OfWhole(ReadOnlySpan<char> word, bool last) => Look(Strong, word) is not RiskTier.Read and var tier ? tier : last ? Look(Final, word) : RiskTier.Read;

    /// <summary>True for what makes a noun of the verb before it.</summary>
    public static bool IsOften(ReadOnlySpan<char> next) => Nouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next) || Things.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next);

    /// <summary>True for what makes a noun of any verb before it.</summary>
    public static bool IsAlways(ReadOnlySpan<char> next) => Nouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next);

    /// <summary>What the segment that ends a path says when a query follows it.</summary>
    public static RiskTier OfSegmentWithQuery(ReadOnlySpan<char> segment)
    {
        var end = segment.IndexOfAny('-', '_');
        if (end <= 0 || segment[..end] is not ("create" or "update" or "add" or "modify" or "register" or "set"))
        {
            return Look(WithQuery, segment);
        }

        var next = segment[(end + 1)..].ToString().ToLowerInvariant();
        var noun = segment[..end] is "set" ? segment[end] == '-' : Nouns.Contains(next) || Things.Contains(next);
        return noun ? RiskTier.Read : RiskTier.ServiceMutation;
    }

    /// <summary>What the name of a field says by its first word: <c>deleteUser</c> is an order even where only questions are asked.</summary>
    public static RiskTier OfField(ReadOnlySpan<char> name)
    {
        var length = 0;
        while (length < name.Length && char.IsAsciiLetter(name[length]) && (length == 0 || !char.IsAsciiLetterUpper(name[length])))
        {
            length++;
        }

        var rest = name[length..].TrimStart('_').ToString().ToLowerInvariant();
        return rest.Length > 0 && IsNoun(name[..length].ToString().ToLowerInvariant(), rest) ? RiskTier.Read
            : rest.Length > 0 && name[..length] is "create" or "update" or "insert" or "upsert" or "drop" or "revoke" ? RiskTier.ServiceMutation
            : Look(Strong, name[..length]);
    }

    /// <summary>What the value of an <c>action=</c> says.</summary>
    public static RiskTier OfAction(string value)
    {
        var tier = IsSwitch(value) ? RiskTier.ServiceMutation : RiskTier.Read;
        foreach (var word in Words(value))
        {
            tier = Worse(tier, Worse(Look(Strong, word), Worse(Look(Final, word), Worse(Look(Leading, word), OfPrefix(word)))));
        }

        return tier;
    }

    /// <summary>What the name of an operation says; one that does not begin with a verb of reading changes something.</summary>
    public static RiskTier OfName(string name) =>
        Words(name).FirstOrDefault() is "describe" or "list" or "get" or "head" or "lookup" or "query" or "scan" or "search" or "batch" && OfAction(name) == RiskTier.Read
            ? RiskTier.Read
            : Worse(RiskTier.ServiceMutation, OfAction(name));

    /// <summary>True for a word that may stand as a key of a query: <c>?delete=7</c>.</summary>
    /// <param name="key">The name of the field.</param>
    /// <param name="value">What it is given.</param>
    public static bool IsKey(string key, string value) =>
        Strong.ContainsKey(key.TrimStart('_')) || key is "drop" or "doDelete" or "reset" or "add2Queue" || (key is "disable" or "enable" && (value.Length == 0 || value is "true" || value.All(char.IsAsciiDigit)));

    // deleteUser, delete-user, chat.delete, instances:stop, safeRestart.
    private static RiskTier OfCompound(ReadOnlySpan<char> segment)
    {
        if (!MayBeCompound(segment))
        {
            return OfPrefix(segment);
        }

        var called = segment.LastIndexOfAny('.', ':');
        if (called >= 0 && called < segment.Length - 1)
        {
            return Worse(OfCalled(segment[(called + 1)..]), OfSegment(segment[..called], last: false));
        }

        var text = segment.ToString();
        var words = Words(text).ToArray();
        if (words.Length is < 2 or > 6)
        {
            return words.Length == 1 ? OfPrefix(words[0]) : RiskTier.Read;
        }

        if (words[^1] is "policy" or "guide" or "faq" or "help" or "docs" or "howto" or "status" || (words.Length == 2 && IsNoun(words[0], words[1])))
        {
            return RiskTier.Read;
        }

        var noun = IsNoun(words[0], words[1]);
        var first = noun ? RiskTier.Read : Worse(Look(Strong, words[0]), OfPrefix(words[0]));
        var kebab = text.Contains('-', StringComparison.Ordinal) || text.Contains('_', StringComparison.Ordinal);
        if (first == RiskTier.Read && !noun)
        {
            first = Look(Final, words[0]);
            first = first == RiskTier.Read && !kebab && char.IsAsciiLetterLower(text[0]) && char.IsAsciiLetterUpper(text[words[0].Length]) ? Look(Leading, words[0]) : first;
        }

        return Worse(first, OfLastWord(words));
    }

    private static bool IsNoun(string verb, string next) =>
        (Nouns.Contains(next) && !(Clears.Contains(verb) && next is "counters" or "stats" or "statistics" or "metrics"))
        || (NounVerbs.Contains(verb) && Things.Contains(next))
        || (Happenings.Contains(verb) && Occasions.Contains(next))
        || (verb == "restore" && next is "jobs" or "testing");

    private static bool IsSwitch(ReadOnlySpan<char> word) =>
        word.Equals("on", StringComparison.OrdinalIgnoreCase) || word.Equals("off", StringComparison.OrdinalIgnoreCase);

    // What stands after a dot or colon is an operation: chat.delete, files.deleteComment, instances:stop.
    private static RiskTier OfCalled(ReadOnlySpan<char> name)
    {
        var tier = OfSegment(name, last: true);
        return tier != RiskTier.Read ? tier : Words(name.ToString()).FirstOrDefault() is { } word ? Look(Leading, word) : RiskTier.Read;
    }

    private static RiskTier OfLastWord(string[] words) =>
        words.Length == 2 && Objects.Contains(words[0]) ? Worse(Look(Strong, words[1]), Look(Final, words[1])) : RiskTier.Read;

    private static bool MayBeCompound(ReadOnlySpan<char> segment) =>
        segment.ContainsAny("-_.:") || segment[1..].ContainsAnyInRange('A', 'Z');

    // deleteuser, shutdownnow; but not deleted, deletion, removable.
    private static RiskTier OfPrefix(ReadOnlySpan<char> word)
    {
        foreach (var prefix in Prefixes)
        {
            if (word.Length >= prefix.Length + 2 && word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && !word[prefix.Length..].StartsWith("d", StringComparison.OrdinalIgnoreCase))
            {
                var rest = word[prefix.Length..];
                return rest is "rs" or "ing" || !char.IsAsciiLetter(rest[0]) || Nouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest) ? RiskTier.Read : Look(Strong, prefix);
            }
        }

        return RiskTier.Read;
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var end = i == text.Length || !char.IsAsciiLetter(text[i]);
            var hump = !end && i > start && char.IsAsciiLetterUpper(text[i]) && char.IsAsciiLetterLower(text[i - 1]);
            if (end || hump)
            {
                if (i > start)
                {
                    yield return text[start..i].ToLowerInvariant();
                }

                start = end ? i + 1 : i;
            }
        }
    }

    private static RiskTier Worse(RiskTier left, RiskTier right) => left > right ? left : right;

    private static RiskTier Look(FrozenDictionary<string, RiskTier> table, ReadOnlySpan<char> word) =>
        table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var tier) ? tier : RiskTier.Read;

    private static FrozenDictionary<string, RiskTier> Table(string destructive, string service) =>
        destructive.Split(' ').Select(w => (w, RiskTier.DestructiveMutation))
            .Concat(service.Split(' ').Select(w => (w, RiskTier.ServiceMutation)))
            .DistinctBy(p => p.Item1)
            .ToFrozenDictionary(p => p.Item1, p => p.Item2, StringComparer.OrdinalIgnoreCase);
}
