using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Http.Apis;
using Legator.Core.Actions.Classification.Http.GraphQl;
using Legator.Core.Actions.Classification.Http.Orders;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>What a query or a form asks for besides what its path and method say: another method, an action, a statement, a mutation.</summary>
internal static class QueryRules
{
    private const int MaxFields = 1000;

    private static readonly FrozenSet<string> ActionKeys = FrozenSet.ToFrozenSet(
        ["action", "act", "do", "op", "oper", "operation", "method", "verb", "func", "function", "fn", "rpc", "wsfunction", "perform", "doaction"], StringComparer.OrdinalIgnoreCase);

    // These are filters as often as orders, so only the plainest words count.
    private static readonly FrozenSet<string> FilterKeys = FrozenSet.ToFrozenSet(["task", "call", "mode", "trigger", "request"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> CommandKeys = FrozenSet.ToFrozenSet(
        ["cmd", "command", "exec", "execute", "shell", "eval", "script", "powershell"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ReadingCommands = FrozenSet.ToFrozenSet(
    [
        "status", "stats", "stat", "list", "show", "get", "info", "version", "query", "health", "search", "view", "help", "state", "describe", "ping", "check", "details", "dump", "ruok", "srvr", "mntr", "conf",
        "cons", "envi", "uptime", "metrics", "summary", "report", "history", "true", "false", "read", "display", "ls", "count", "wchs", "isro",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> StatementKeys = FrozenSet.ToFrozenSet(
        ["q", "query", "sql", "statement", "stmt", "cypher", "cql", "n1ql", "soql", "influxql", "db_query", "sql_query", "sqlquery", "script_text", "ql", "document", "mutation", "query[]"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> RouteKeys = FrozenSet.ToFrozenSet(["route", "r", "page", "path", "p", "controller", "s", "q", "view", "pg", "mod", "module", "rest_route"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Judges every field.</summary>
    /// <param name="text">Names and values as in a query, without the question mark.</param>
    /// <param name="path">The path, without percent signs.</param>
    /// <param name="findings">Where to say what was found.</param>
    public static void Judge(ReadOnlySpan<char> text, string path, HttpFindings findings)
    {
        if (text.Contains("%0d%0a", StringComparison.OrdinalIgnoreCase))
        {
            findings.Raise(RiskTier.ServiceMutation, "the query holds the end of a line, after which another request may begin");
        }

        var count = 0;
        foreach (var range in text.Split('&'))
        {
            if (++count > MaxFields)
            {
                findings.Raise(RiskTier.ServiceMutation, "there are more fields than anybody reads");
                return;
            }

            Field(text[range], path, findings);
            if (text[range].Contains(';'))
            {
                ValueRules.JudgeCode(HttpText.UnescapeField(text[range]), findings);
                Parameters(text[range], path, findings);
            }
        }
    }

    // Some servers end a field at a semicolon too.
    private static void Parameters(ReadOnlySpan<char> field, string path, HttpFindings findings)
    {
        var count = 0;
        foreach (var range in field.Split(';'))
        {
            if (++count > MaxFields)
            {
                findings.Raise(RiskTier.ServiceMutation, "there are more fields than anybody reads");
                return;
            }

            Field(field[range], path, findings);
        }
    }

    private static void Field(ReadOnlySpan<char> field, string path, HttpFindings findings)
    {
        var equals = field.IndexOf('=');
        var key = HttpText.UnescapeField(equals < 0 ? field : field[..equals]).Trim();
        var value = equals < 0 ? "" : HttpText.UnescapeField(field[(equals + 1)..]).Trim();
        Field(key, value, path, findings);
    }

    private static void Field(string key, string value, string path, HttpFindings findings)
    {
        if (MethodOverride.IsField(key, value))
        {
            MethodOverride.Judge(value, findings);
        }

        ValueRules.Judge(key, value, findings);
        ProgramValues.Judge(key, value, path, findings);
        ProductFields.Judge(key, value, path, findings);
        if (RouteKeys.Contains(key) && value.Contains('/', StringComparison.Ordinal) && !value.Contains(' ', StringComparison.Ordinal) && !value.Contains("://", StringComparison.Ordinal))
        {
            var route = value.AsSpan(value.TrimEnd('/').LastIndexOf('/') + 1);
            findings.Raise(key is "r" or "route" or "controller" or "rest_route" ? MutationWords.OfSegment(route, last: true) : MutationWords.OfField(route), $"the query says {key}={Short(value)}");
        }

        if (ActionKeys.Contains(key))
        {
            Action(key, value, path, findings);
        }
        else if (key.EndsWith("_command", StringComparison.OrdinalIgnoreCase) || key.EndsWith("_cmd", StringComparison.OrdinalIgnoreCase))
        {
            findings.Raise(MutationWords.OfAction(value), $"the query says {key}={Short(value)}");
        }
        else if (FilterKeys.Contains(key))
        {
            findings.Raise(MutationWords.OfSegment(value, last: false), $"the query says {key}={Short(value)}");
        }
        else if (CommandKeys.Contains(key))
        {
            Command(key, value, findings);
        }
        else if (StatementKeys.Contains(key))
        {
            Statement(key, value, path, findings);
        }
        else if (key.StartsWith("stream.", StringComparison.OrdinalIgnoreCase))
        {
            findings.Raise(RiskTier.DataMutation, $"{key} is a body in disguise");
        }
        else if (MutationWords.IsKey(key, value) && value.ToLowerInvariant() is not ("false" or "no" or "none" or "off" or "never"))
        {
            findings.Raise(RiskTier.DestructiveMutation, $"the query says '{key}'");
        }
    }

    // An audit log is asked for the deletions that others did, a tracer for the requests. Elsewhere an action that nobody knows is an action.
    private static void Action(string key, string value, string path, HttpFindings findings)
    {
        var records = ActionValues.AreRecords(path);
        if (records && path.Contains("audit", StringComparison.OrdinalIgnoreCase) || path.Contains("/traces", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var tier = MutationWords.OfAction(value);
        if (tier == RiskTier.Read && !records && !ActionValues.Reads(key, value))
        {
            tier = RiskTier.ServiceMutation;
        }

        findings.Raise(tier, $"the query says {key}={Short(value)}");
    }

    private static void Command(string key, string value, HttpFindings findings)
    {
        if (value.Length == 0 ? MutationWords.IsKey(key, value) : !ReadingCommands.Contains(value) && !NamedReads.Is(key, value))
        {
            var tier = MutationWords.OfAction(value);
            findings.Raise(tier == RiskTier.Read ? RiskTier.DestructiveMutation : tier, $"the query says {key}={Short(value)}");
        }
    }

    private static void Statement(string key, string value, string path, HttpFindings findings)
    {
        // What logs and metrics are searched for is text, not a statement.
        if (path.Contains("/api/v1/query", StringComparison.Ordinal) || path.Contains("/loki/api/", StringComparison.Ordinal) || path.Contains("/select/logsql/", StringComparison.Ordinal))
        {
            return;
        }

        if (QueryStatements.Why(key, value, path) is { } change)
        {
            findings.Raise(RiskTier.DataMutation, change);
        }

        if (key.Contains("sql", StringComparison.OrdinalIgnoreCase) && StatementWords.Changes(value))
        {
            findings.Raise(RiskTier.DataMutation, "the query holds a statement that is no question");
        }

        if (findings.Tier < RiskTier.DataMutation && StatementWords.Begins(value) && StatementWords.Writes(value) && !path.EndsWith("/search", StringComparison.OrdinalIgnoreCase))
        {
            findings.Raise(RiskTier.DataMutation, "the query holds a statement that writes");
        }

        // Queries for logs begin with a brace too.
        if (GraphQlDocument.LooksLikeOne(value) && GraphQlDocument.Read(value) is not GraphQlKind.Query and var kind && (kind != GraphQlKind.Unreadable || value.Contains("mutation", StringComparison.Ordinal)))
        {
            findings.Raise(GraphQlRules.TierOf(kind), GraphQlRules.Describe(kind));
        }
    }

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
