using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>What may stand in an <c>action=</c> of a request that only looks. Whatever else stands there is done.</summary>
internal static class ActionValues
{
    private static readonly string[] Beginnings = ["get", "list", "show", "view", "read", "find", "search", "query", "fetch", "describe", "check", "count", "stat", "display", "download", "export", "is", "has"];

    private static readonly FrozenSet<string> Logs = FrozenSet.ToFrozenSet(
        ["events", "event", "logs", "log", "activity", "activities", "history", "records", "entries", "changes", "notifications", "operations", "requests", "actions", "transactions", "sessions", "jobs", "tasks", "runs", "rules", "policies", "calls", "timeline", "feed",
            "search", "_search", "stats", "metrics", "executions", "alerts", "messages", "commands", "permissions", "journal", "count", "spans"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for an action that only looks.</summary>
    /// <param name="key">The field.</param>
    /// <param name="value">What it holds.</param>
    public static bool Reads(string key, string value)
    {
        var text = value.AsSpan().Trim();
        if (text.IsEmpty || text.Length > 80)
        {
            return text.IsEmpty;
        }

        if (!text.ContainsAnyExceptInRange('0', '9'))
        {
            return key is not ("action" or "do" or "act" or "doaction");
        }

        var called = text[(text.LastIndexOfAny('.', ':', '/') + 1)..];
        var first = Word(called, last: false);
        return Is(first) || Is(Word(called, last: true)) || IsPast(first) || StartsLooking(called);
    }

    /// <summary>True for a path that ends in a list of what was done, which is filtered by the kind of it.</summary>
    public static bool AreRecords(string path)
    {
        if (path.Contains("audit", StringComparison.OrdinalIgnoreCase) || path.Contains("/traces", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var trimmed = path.AsSpan().TrimEnd('/');
        return Logs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(trimmed[(trimmed.LastIndexOf('/') + 1)..]);
    }

    private static bool StartsLooking(ReadOnlySpan<char> text)
    {
        foreach (var beginning in Beginnings)
        {
            if (beginning.Length > 3 && text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return text.StartsWith("get", StringComparison.OrdinalIgnoreCase) || text.EndsWith("status", StringComparison.OrdinalIgnoreCase) || text.EndsWith("list", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith("info", StringComparison.OrdinalIgnoreCase) || text.EndsWith("stats", StringComparison.OrdinalIgnoreCase);
    }

    // created, failed, logged.
    private static bool IsPast(ReadOnlySpan<char> word) => word.Length > 4 && word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("eed", StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 24)
        {
            return false;
        }

        Span<char> lower = stackalloc char[24];
        word.ToLowerInvariant(lower);
        return Verbs.Looking.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..word.Length]);
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, bool last)
    {
        if (last)
        {
            var start = text.Length - 1;
            while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]) && !(char.IsAsciiLetterUpper(text[start]) && char.IsAsciiLetterLower(text[start - 1])))
            {
                start--;
            }

            return text[start..];
        }

        var end = 0;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]) && !(end > 0 && char.IsAsciiLetterUpper(text[end]) && char.IsAsciiLetterLower(text[end - 1])))
        {
            end++;
        }

        return text[..end];
    }
}
