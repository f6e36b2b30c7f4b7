using System.Buffers;
using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Http.Apis;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Orders that a path gives by where its words stand, while the method only reads: <c>/rollback/web-2</c>, <c>/pipelines/5/run</c>, <c>/clearcache</c>, <c>/sign_out</c>.</summary>
internal static class PathOrders
{
    private const int MaxParts = 64;

    private static readonly SearchValues<char> NameSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Judges a request whose method reads.</summary>
    public static void Judge(ApiRequest request, HttpFindings findings)
    {
        var parts = request.Parts;
        if (KnownReads.EndsInName(request.Path) || KnownReads.IsSaidByQuery(request.Call, request.Path))
        {
            return;
        }

        for (var i = 0; i < parts.Length && i < MaxParts; i++)
        {
            var last = i == parts.Length - 1;
            var word = last ? PathRules.Bare(parts[i]) : parts[i];
            word = word.TrimStart('_');
            var tier = OfWord(word, last);
            if (tier == RiskTier.Read && last && word.Length < parts[i].Length && word.IndexOfAny('-', '_') > 0)
            {
                tier = OfProgram(word);
            }

            if (tier == RiskTier.Read && (last ? IsLast(parts, i, word) : IsBefore(parts, i, word)))
            {
                tier = RiskTier.ServiceMutation;
            }

            findings.Raise(tier, $"the path says '{parts[i]}'");
        }
    }

    private static RiskTier OfWord(ReadOnlySpan<char> word, bool last)
    {
        var called = word.LastIndexOf('$');
        if (called > 0)
        {
            return MutationWords.OfWhole(word[(called + 1)..], last);
        }

        var dash = word.IndexOfAny('-', '_');
        return dash < 0 ? OfJoined(word) : dash > 0 ? OfDashed(word, dash, last) : RiskTier.Read;
    }

    // diag_reboot.php: what a program is called says what it does.
    private static RiskTier OfProgram(ReadOnlySpan<char> name)
    {
        foreach (var range in name.SplitAny('-', '_'))
        {
            if (MutationWords.OfOrder(name[range]) is not RiskTier.Read and var tier)
            {
                return tier;
            }
        }

        return RiskTier.Read;
    }

    // sign_out and log-out are signout and logout; sync-now, force-leave, make-admin.
    private static RiskTier OfDashed(ReadOnlySpan<char> word, int dash, bool last)
    {
        var first = word[..dash];
        var rest = word[(dash + 1)..];
        if (rest.IsEmpty)
        {
            return RiskTier.Read;
        }

        if (rest is "now" || first is "force" or "do")
        {
            return MutationWords.OfVerb(rest is "now" ? first : rest);
        }

        if (last && Has(OrderWords.Directed, first) && rest is "up" or "down" or "on" or "off" or "out")
        {
            return RiskTier.ServiceMutation;
        }

        if (!rest.ContainsAny('-', '_') && Whole($"{first}{rest}", last) is not RiskTier.Read and var whole)
        {
            return whole;
        }

        return last && (Has(OrderWords.Makers, first) ? !Has(OrderWords.MadeNouns, Head(rest)) && !MutationWords.IsOften(Head(rest)) : first is "end" && rest is "session" or "sessions" or "call" or "meeting" or "stream")
            ? RiskTier.ServiceMutation
            : RiskTier.Read;
    }

    private static RiskTier Whole(string word, bool last) =>
        MutationWords.OfWhole(word, last) is not RiskTier.Read and var tier ? tier : last && OrderWords.Last.Contains(word) ? RiskTier.ServiceMutation : RiskTier.Read;

    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> words) => words.IndexOfAny('-', '_') is > 0 and var end ? words[..end] : words;

    // clearcache, dropcaches, setlevel.
    private static RiskTier OfJoined(ReadOnlySpan<char> word)
    {
        foreach (var verb in OrderWords.JoinedVerbs)
        {
            if (word.Length > verb.Length + 1 && word.StartsWith(verb, StringComparison.Ordinal) && Has(OrderWords.Objects, word[verb.Length..]))
            {
                return RiskTier.ServiceMutation;
            }
        }

        return word.Length > 5 && word.EndsWith("now", StringComparison.Ordinal) ? MutationWords.OfVerb(word[..^3]) : RiskTier.Read;
    }

    private static bool IsLast(string[] parts, int at, ReadOnlySpan<char> word) =>
        Has(OrderWords.Last, word)
        || (at >= 2 && Has(OrderWords.BehindObject, word) && parts[at - 2].EndsWith('s') && !parts[at - 2].EndsWith("ss", StringComparison.Ordinal))
        || (at >= 1 && word is "run" or "now" && (OrderWords.Copiers.Contains(parts[at - 1]) || OrderWords.Runs.Contains(parts[at - 1]) || parts[at - 1] is "cron"))
        || (at >= 1 && word is "format" && parts[at - 1] is "volume" or "disk" or "drive" or "partition" or "device")
        || (at >= 1 && word is "release" && parts[at - 1] is "lock" or "locks" or "lease" or "leases" or "semaphore")
        || (at == 1 && parts[0] is "cron" && IsPlain(parts[1]) && word is not ("jobs" or "job" or "list" or "tasks" or "health"))
        || (at >= 1 && parts[at - 1] is "webhook" or "webhook-test" && !PathRules.IsRecord(parts[at]))
        || (at >= 3 && parts[0] is "level" && parts[2] is "configure")
        || (at >= 1 && word is "fetch_changesets" && parts[at - 1] is "sys")
        || (at >= 2 && parts[at - 2] is "pwm" or "servo" or "dac" or "dimmer" or "setpoint" && !word.ContainsAnyExceptInRange('0', '9'))
        || (word is "win" && at == 0) || word.StartsWith("win&")
        || (at >= 1 && word is "open" && OrderWords.Switched.Contains(parts[at - 1]))
        || (at >= 2 && word is "0" or "1" or "high" or "low" && parts[at - 2] is "gpio" or "relay" or "outlet" or "pin" or "digital");

    private static bool IsBefore(string[] parts, int at, ReadOnlySpan<char> word)
    {
        var next = parts[at + 1];
        return Has(OrderWords.BeforeAny, word) || (at > 0 && word is "run" or "start" or "launch" && OrderWords.Runs.Contains(parts[at - 1])) ? !PathRules.IsRecord(next)
            : Has(OrderWords.BeforePlace, word) && OrderWords.Places.Contains(next) ? !(at + 2 < parts.Length && PathRules.IsRecord(parts[^1]))
            : at == parts.Length - 2 && ((Has(OrderWords.BeforeLetters, word) && IsPlain(next)) || (IsName(next) && IsBeforeName(word)));
    }

    private static bool IsBeforeName(ReadOnlySpan<char> word) =>
        Has(OrderWords.BeforeName, word) || (word.IndexOfAny('-', '_') is > 0 and var dash && OrderWords.BeforeName.Contains($"{word[..dash]}{word[(dash + 1)..]}"));

    // db2, servertasks-1, 5: what one object is called, and no part of an API.
    private static bool IsName(string part) => part.AsSpan().ContainsAnyInRange('0', '9') && !(part.Length < 4 && part[0] == 'v');

    // web, but not status, info or what else an API is made of.
    private static bool IsPlain(string part) =>
        !part.AsSpan().ContainsAnyExcept(NameSigns) && !PathRules.IsRecord(part) && !MutationWords.IsOften(part) && part is not ("new" or "help" or "info" or "preview" or "plan" or "confirm" or "form" or "progress" or "state" or "candidates");

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
