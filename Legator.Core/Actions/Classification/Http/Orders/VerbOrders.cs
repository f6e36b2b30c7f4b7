using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Http.Apis;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Orders that the path of any product gives by a verb in the place of one, while the method only reads: <c>/api/DrainNode</c>, <c>/images/5/scan</c>, <c>/subscribe/web-2</c>, <c>/cacheclear</c>.</summary>
internal static class VerbOrders
{
    private const int MaxParts = 64;

    /// <summary>Judges a request whose method reads.</summary>
    public static void Judge(ApiRequest request, HttpFindings findings)
    {
        if (KnownReads.Has(request))
        {
            return;
        }

        var path = request.Path.AsSpan();
        var at = 0;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (segment.IsEmpty)
            {
                continue;
            }

            if (at >= MaxParts)
            {
                return;
            }

            if (Says(request, segment, at++))
            {
                findings.Raise(RiskTier.ServiceMutation, $"the path says '{segment.ToString()}'");
                return;
            }
        }
    }

    private static bool Says(ApiRequest request, ReadOnlySpan<char> segment, int at)
    {
        var parts = request.Parts;
        var last = at == parts.Length - 1;
        var program = PathRules.Bare(segment);
        var runs = (program.Length < segment.Length && !(request.Call.Target.Url.Query.Length <= 1 && segment[(program.Length + 1)..] is "json" or "xml")) || (at > 0 && parts[at - 1] is "cgi-bin" or "goform" or "boafrm");
        if (last && (NamePhrases.Called(program) || NamePhrases.IsDotted(segment)))
        {
            return true;
        }

        if (!program.ContainsAnyExceptInRange('a', 'z') || !NamePhrases.IsCompound(program))
        {
            var word = last ? PathRules.Bare(parts[at]).Trim("_-~.,!") : parts[at].AsSpan().TrimStart('_');
            return last ? EndsIn(request, word, at) || (runs && OfProgram(request, segment, program)) : StandsBefore(parts, word, at);
        }

        if (runs && last)
        {
            return NamePhrases.OfProgram(program) || OfProgram(request, segment, program);
        }

        return (last || IsNameBehind(parts, at)) && !IsNamed(parts, at) && NamePhrases.Orders(program, request.Call.Target.Url.Query.Length > 1);
    }

    private static bool OfProgram(ApiRequest request, ReadOnlySpan<char> segment, ReadOnlySpan<char> program)
    {
        var query = request.Call.Target.Url.Query.AsSpan().TrimStart('?');
        return ProgramReads.Does(program) || (!query.IsEmpty && (segment.EndsWith(".cgi") || segment.EndsWith(".fcgi") || request.Parent is "goform" or "boafrm") && !ProgramReads.Shown(PathRules.Bare(request.Last), query));
    }

    private static bool EndsIn(ApiRequest request, ReadOnlySpan<char> word, int at)
    {
        var parts = request.Parts;
        if (word is "command" or "cmd" or "execute" or "perform" or "gcode" or "control" && request.Call.Target.Url.Query.Length > 1)
        {
            return !ProgramReads.Asks(request.Call.Target.Url.Query.AsSpan(1));
        }

        return Has(Verbs.Plain, word) ? !(at > 0 && IsLetters(parts[at - 1]) && parts[at - 1] is "topics" or "queues" or "jobs" or "job" or "tags" or "labels" or "keys" or "services" or "indices" or "indexes" or "stats" or "_stats")
                || Has(Certain, word)
            : (at >= 1 && Has(Verbs.BehindObject, word) && IsObject(parts, at - 1)) || NamePhrases.Joined(word);
    }

    // Whatever collection they stand in, no member of it is called so.
    private static readonly FrozenSet<string> Certain = FrozenSet.ToFrozenSet(
        ("stop start restart cancel abort enable disable pause resume suspend drain retry requeue clear reset flush prune deactivate activate invalidate revoke kill delete remove purge reload rerun cleanup rebuild reindex refresh rotate evict "
        + "shutdown unregister deregister renew expire pop dequeue discard promote demote rollback stopall startall").Split(' '));

    // 5, db-2, 7f3a…, or whatever stands in a collection: pipelines/nightly/run.
    private static bool IsObject(string[] parts, int at) =>
        (IsName(parts[at]) && at > 0 && parts[at - 1] is not ("api" or "rest")) || (at > 0 && IsPlural(parts[at - 1]) && !IsPlural(parts[at]) && !MutationWords.IsOften(parts[at]));

    private static bool StandsBefore(string[] parts, ReadOnlySpan<char> word, int at)
    {
        var rest = parts.Length - at - 1;
        if (word is "set" && at > 0 && rest is 1 or 2)
        {
            return !MutationWords.IsOften(parts[at + 1]);
        }

        if (rest == 2 && word is "scale" or "resize" or "weight" && !parts[^1].AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return true;
        }

        if (rest is > 0 and < 4 && word is "command" or "cmd" or "action" or "control" or "op" or "do" or "perform" && !IsTold(parts[at + 1]) && !IsPlural(parts[at + 1]) && !ActionValues.Reads("action", parts[at + 1]))
        {
            return true;
        }

        if (rest == 1 && NamePhrases.Joined(word) && !IsTold(parts[^1]) && !(at > 0 && IsPlural(parts[at - 1])))
        {
            return true;
        }

        if (rest == 1 && word is "run" && at > 0 && parts[at - 1] is "schedules" or "schedule" or "tasks" or "task" or "jobs" or "cron" or "scripts" or "playbooks" && IsName(parts[at + 1]))
        {
            return true;
        }

        if (rest > 3 || !Has(Verbs.Plain, word) || IsTold(parts[^1]))
        {
            return false;
        }

        var inCollection = at > 0 && (IsPlural(parts[at - 1]) || Verbs.NamedCollections.Contains(parts[at - 1]));
        return !inCollection || (rest == 1 && IsName(parts[at + 1]));
    }

    // What is told of something rather than done to it.
    private static bool IsTold(string part) =>
        part is "status" or "state" or "info" or "progress" or "preview" or "history" or "help" or "health" or "list" or "count" or "new" or "form" or "config" or "results" or "result" or "report" or "reports" or "version" or "schema" or "options" or "search"
            or "log" or "estimate" or "plan" or "candidates" or "eligibility" or "stats" or "last" or "next" or "available" or "pending" or "current" or "previous" or "scheduled" or "check" or "diff" or "requests" or "events" or "details" or "summary" or "metrics" or "tree" or "latest" or "policies" or "policy" or "settings" or "docs" or "runs" or "executions" or "builds" or "api" or "json";

    private static bool IsNameBehind(string[] parts, int at) => at == parts.Length - 2 && !IsTold(parts[at + 1]) && !IsPlural(parts[at + 1]) && !PathRules.IsRecord(parts[at + 1]);

    // Behind such a collection stands what somebody called a thing: /jobs/rotate-logs, /dashboards/restart-overview.
    private static bool IsNamed(string[] parts, int at) =>
        at > 0 && (Verbs.NamedCollections.Contains(parts[at - 1]) || (at > 1 && parts[at - 2] is "queues" or "exchanges" or "uid" or "namespaces" or "repos" or "projects" or "d" or "indices" or "job"));

    private static bool IsName(string part) => part.AsSpan().ContainsAnyInRange('0', '9') && !(part.Length < 4 && part[0] == 'v');

    private static bool IsPlural(string part) => part.Length > 3 && part.EndsWith('s') && !part.EndsWith("ss", StringComparison.Ordinal) && !part.EndsWith("us", StringComparison.Ordinal);

    private static bool IsLetters(string part) => !part.AsSpan().ContainsAnyExceptInRange('a', 'z');

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
