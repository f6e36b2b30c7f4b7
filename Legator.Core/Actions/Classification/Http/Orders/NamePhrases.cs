using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Names that are made of words: <c>DrainNode</c>, <c>cache-warm</c>, <c>getAndReset</c>, <c>restartservice</c>. They are orders where a verb stands as one in them.</summary>
internal static class NamePhrases
{
    private const int MaxWord = 40;

    /// <summary>True for a name that holds more than one word.</summary>
    public static bool IsCompound(ReadOnlySpan<char> name) =>
        name.ContainsAny("-_.:!$@=,~") || (name.Length > 1 && name[1..].ContainsAnyInRange('A', 'Z') && name.ContainsAnyInRange('a', 'z'));

    /// <summary>True when the name is an order.</summary>
    /// <param name="name">As it was written, without what says which program answers.</param>
    /// <param name="queried">True when a query follows it.</param>
    public static bool Orders(ReadOnlySpan<char> name, bool queried)
    {
        Span<Range> words = stackalloc Range[8];
        var count = Split(name, words);
        if (count is < 2 or > 7)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[MaxWord * 3];
        var first = Lower(name[words[0]], buffer);
        var second = Lower(name[words[1]], buffer[MaxWord..]);
        var final = Lower(name[words[count - 1]], buffer[(MaxWord * 2)..]);
        var dashed = name.ContainsAny("-_.:");
        if (MutationWords.IsOften(second) && !(dashed && second is "on") && (count == 2 || !dashed) && !(Has(Verbs.Plain, first) && Has(Verbs.Things, second) && (queried || !dashed) && !MutationWords.IsAlways(second)))
        {
            return false;
        }

        if (IsAnd(name, words[..count]) || (Has(Verbs.Plain, first) && !Ends(final) && !(dashed && !queried && count == 2 && IsCollection(second))))
        {
            return true;
        }

        // siren_on, emergency_stop.
        if (count == 2 && dashed && final is "on" or "off" or "stop" or "reboot" or "shutdown" or "halt" or "toggle" && !(first is "sign" or "log" or "depends" or "created" or "updated" or "hands" or "bus" or "add" or "based" or "next" or "last"))
        {
            return true;
        }

        if (Has(Verbs.Leading, first) && Has(Verbs.Things, second) && count == 2 && (!dashed || queried))
        {
            return true;
        }

        if (dashed && count <= 3 && Has(Undoing, final) && !Has(Tells, first) && !(count == 3 && Has(Tells, second)))
        {
            return true;
        }

        return (Has(Verbs.Leading, first) && !dashed && !Ends(final)) || (count <= 3 && Has(Verbs.Things, first) && Has(Verbs.Plain, final) && !(final is "restore" or "refresh"));
    }

    /// <summary>True when the name of a program is an order; every word of it counts.</summary>
    public static bool OfProgram(ReadOnlySpan<char> name)
    {
        Span<Range> words = stackalloc Range[8];
        Span<char> buffer = stackalloc char[MaxWord];
        var count = Split(name, words);
        for (var i = 0; i < count; i++)
        {
            var word = Lower(name[words[i]], buffer);
            if (i == 0 && Has(Verbs.Looking, word))
            {
                return false;
            }

            if ((Has(Verbs.Plain, word) || Joined(word) || (i == 0 && count > 1 && Has(Verbs.Leading, word) && word is not ("build" or "sync" or "load" or "store" or "import" or "schedule" or "process" or "tag" or "bulk" or "release"))) && !(i + 1 < count && MutationWords.IsAlways(name[words[i + 1]])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when what stands after a sign is a verb: <c>user!unlock</c>, <c>Patient$expunge</c>, <c>nodes:drain</c>.</summary>
    public static bool Called(ReadOnlySpan<char> name)
    {
        var at = name.LastIndexOfAny(":!$@=,.~");
        if (at < 0 || at == name.Length - 1 || name.Length - at > MaxWord)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[MaxWord];
        var rest = name[(at + 1)..];
        var word = Lower(rest, buffer);
        return Has(Verbs.Plain, word) || (name[at] is ':' or '!' or '$' && Has(Verbs.BehindObject, word)) || (IsCompound(rest) && Orders(rest, queried: true));
    }

    /// <summary>True for a verb and a thing with a dot between them: <c>invalidate.cache</c>.</summary>
    public static bool IsDotted(ReadOnlySpan<char> name)
    {
        var dot = name.IndexOf('.');
        if (dot < 2 || dot > MaxWord || name.Length - dot > MaxWord)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[MaxWord * 2];
        var verb = Lower(name[..dot], buffer);
        var thing = Lower(name[(dot + 1)..], buffer[MaxWord..]);
        return Has(Verbs.Plain, verb) && (Has(Verbs.Things, thing) || Has(Verbs.Things, thing.TrimEnd('s')));
    }

    /// <summary>True for a verb and a thing that were written together: <c>clearcache</c>, <c>noderestart</c>.</summary>
    public static bool Joined(ReadOnlySpan<char> word)
    {
        if (word.Length is < 5 or > 24)
        {
            return false;
        }

        for (var length = 3; length <= word.Length - 2 && length <= 12; length++)
        {
            var head = word[..length];
            var tail = word[length..];
            if ((Has(Verbs.Plain, head) && Has(Verbs.Things, tail)) || (Has(Verbs.Things, head) && Has(Verbs.Plain, tail)) || (tail.Length > 3 && Has(Made, head) && Has(Verbs.Things, tail)))
            {
                return true;
            }
        }

        return false;
    }

    // stat_reset, opcache-clear: whatever it is that they undo, what stands before them is done so.
    private static readonly FrozenSet<string> Undoing = FrozenSet.ToFrozenSet(["reset", "clear", "flush", "purge", "restart", "reload", "reboot", "invalidate", "shutdown"]);

    // When it was done or will be: last-reset, needs-restart, nightly-purge.
    private static readonly FrozenSet<string> Tells = FrozenSet.ToFrozenSet(
        "last next needs need pending auto no since pre post on can is has allow scheduled required planned recent first max min avg total count num forgot nightly daily weekly monthly hourly before after until during about how why when what to not never in at of for from by the a".Split(' '));

    // setconfig, addrule: what these are written together with is no noun.
    private static readonly FrozenSet<string> Made = FrozenSet.ToFrozenSet(["set", "add", "create", "change", "update", "modify", "edit", "run", "move", "copy", "write"]);

    // getAndReset, findAndModify, check-and-set.
    private static bool IsAnd(ReadOnlySpan<char> name, ReadOnlySpan<Range> words)
    {
        Span<char> buffer = stackalloc char[MaxWord];
        for (var i = 1; i + 1 < words.Length; i++)
        {
            if (name[words[i]].Equals("and", StringComparison.OrdinalIgnoreCase) && Lower(name[words[i + 1]], buffer) is var word && (Has(Verbs.Plain, word) || word is "set" or "update" or "modify" or "replace" or "add"))
            {
                return true;
            }
        }

        return false;
    }

    // notify-channels: what is done to what is no thing of this trade is most often its name.
    private static bool IsCollection(ReadOnlySpan<char> word) => word.Length > 4 && word.EndsWith("s") && !Has(Verbs.Things, word);

    // restart-policy-status, cleanup-history: what ends so is told.
    private static bool Ends(ReadOnlySpan<char> word) =>
        MutationWords.IsAlways(word) || word is "status" or "history" or "info" or "report" or "reports" or "log" or "list" or "state" or "summary" or "policy" or "policies" or "results" or "result" or "preview" or "events" or "config" or "docs" or "details"
            or "version" or "reasons" or "options" or "requests" or "types" or "plan" or "plans" or "page" or "form" or "help" or "exporter" or "service" or "manager" or "controller" or "operator" or "api" or "ui" or "client" or "server" or "center" or "centre";

    private static int Split(ReadOnlySpan<char> name, Span<Range> words)
    {
        var count = 0;
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var end = i == name.Length || !char.IsAsciiLetter(name[i]);
            var hump = !end && i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]);
            if (!end && !hump)
            {
                continue;
            }

            if (i > start)
            {
                if (count == words.Length)
                {
                    return count;
                }

                words[count++] = start..i;
            }

            start = end ? i + 1 : i;
        }

        return count;
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (word.Length > MaxWord)
        {
            return default;
        }

        word.ToLowerInvariant(buffer);
        return buffer[..word.Length];
    }

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
