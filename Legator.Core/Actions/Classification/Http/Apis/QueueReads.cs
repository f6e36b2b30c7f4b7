using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>GETs that take what they read: messages of a queue, records of a consumer group, jobs that a worker claims. Whoever was to have them does not get them.</summary>
internal static class QueueReads
{
    private static readonly FrozenSet<string> Waiting = FrozenSet.ToFrozenSet(
        ("queue queues topic topics subscription subscriptions consumer consumers channel channels mailbox mailboxes message messages task tasks job jobs work workers mq jobqueue workqueue lease leases external-task external-tasks pool pools").Split(' '));

    private static readonly FrozenSet<string> Takes = FrozenSet.ToFrozenSet("receive pop lease claim reserve dequeue consume take poll shift lpop rpop brpop pull checkout acquire next fetch-and-lock fetchandlock getnext get-next nextjob drain unshift".Split(' '));

    // Of these queues and their messages are asked for the next one; a list of jobs shows which is due next.
    private static readonly FrozenSet<string> Lines = FrozenSet.ToFrozenSet("queue queues subscription subscriptions messages mq jobqueue workqueue".Split(' '));

    /// <summary>True for one of them.</summary>
    public static bool Is(ApiRequest request)
    {
        var parts = request.Parts;
        if (parts.Length < 2)
        {
            return false;
        }

        return Takes.Contains(request.Last) ? Array.FindIndex(parts, 0, parts.Length - 1, (request.Last is "next" ? Lines : Waiting).Contains) >= Math.Max(0, parts.Length - 4)
            : request.Ends("consumers", "*", "instances", "*", "records") || request.Ends("consumers", "*", "instances", "*", "topics", "*") || request.Ends("consumers", "*", "instances", "*", "messages")
            || (parts is [_, "scanner", var scanner] && !scanner.AsSpan().ContainsAnyExceptInRange('0', '9'))
            || request.Ends("tasks", "poll", "*") || request.Ends("tasks", "poll", "batch", "*") || request.Ends("tasks", "poll", "*", "batch")
            || (request.Begins("subscriptions", "*", "*") && request.Call.Target.Url.Port == 2113 && parts.Length < 5 && parts[^1] is not "info")
            || (request.IsUnder("queue.core.windows.net") && request.Last is "messages" && !request.Call.Target.Url.Query.Contains("peekonly=true", StringComparison.OrdinalIgnoreCase))
            || (request.IsUnder("iron.io") && request.Ends("queues", "*", "messages"));
    }
}
