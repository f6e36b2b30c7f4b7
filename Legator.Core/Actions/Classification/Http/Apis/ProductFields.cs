using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Fields that are an order to one product and nothing to any other.</summary>
internal static class ProductFields
{
    private static readonly FrozenSet<string> Flags = FrozenSet.ToFrozenSet(["promote", "save", "oneshot", "exepath", "doing_wp_cron", "burn"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] TableFunctions = ["url", "urlcluster", "remote", "remotesecure", "executable", "file", "s3", "hdfs", "mysql", "postgresql", "jdbc", "odbc", "mongodb", "redis", "azureblobstorage", "input", "cluster"];

    private static readonly string[] SplunkOrders = ["delete", "outputlookup", "outputcsv", "collect", "mcollect", "sendemail", "script", "run", "runshellscript", "sendalert", "tscollect", "meventcollect", "map", "dump"];

    /// <summary>Judges one field.</summary>
    public static void Judge(string key, string value, string path, HttpFindings findings)
    {
        if (Why(key, value, path) is { } why)
        {
            findings.Raise(RiskTier.DestructiveMutation, why);
        }
    }

    private static string? Why(string key, string value, string path) =>
        Flags.Contains(key) && value.ToLowerInvariant() is not ("false" or "0" or "no" or "") ? $"the query says '{key}'"
        : Is(key, "cmnd") ? value.Contains(' ', StringComparison.Ordinal) && !value.StartsWith("status ", StringComparison.OrdinalIgnoreCase) && !value.StartsWith("state ", StringComparison.OrdinalIgnoreCase) ? "gives a device an order" : null
        : Is(key, "turn") ? "switches a device"
        : Is(key, "refresh") && value is "hard" ? "throws away what the server keeps"
        : Is(key, "a") ? MutationWords.OfOrder(value) != RiskTier.Read ? "the query says a=" + value : null
        : path.Contains("/solr/", StringComparison.Ordinal) ? Solr(key, value, path)
        : Is(key, "search") && value.Contains('|', StringComparison.Ordinal) ? Splunk(value)
        : Is(key, "query") && path.Length <= 1 && HasTableFunction(value) ? "makes the database fetch from somewhere else"
        : Is(key, "op") && value.Contains("delegationtoken", StringComparison.OrdinalIgnoreCase) ? "makes a token" : null;

    private static string? Solr(string key, string value, string path) =>
        Is(key, "qt") && value.StartsWith('/') && !Is(value, "/select") && !Is(value, "/query") ? "names another handler"
        : Is(key, "action") && path.Contains("/admin/", StringComparison.Ordinal) && !ChangingReads.IsSolrRead(value) ? $"the query says action={value}"
        : key.StartsWith("v.", StringComparison.OrdinalIgnoreCase) ? "renders a template that the query brings"
        : key.StartsWith("shards", StringComparison.OrdinalIgnoreCase) && value.Contains(':', StringComparison.Ordinal) ? "makes the server ask another" : null;

    private static string? Splunk(string search)
    {
        foreach (var part in search.Split('|', '['))
        {
            var word = part.AsSpan().TrimStart();
            var end = word.IndexOfAny(' ', ']', '=');
            foreach (var order in SplunkOrders)
            {
                if ((end < 0 ? word : word[..end]).Equals(order, StringComparison.OrdinalIgnoreCase))
                {
                    return $"the search ends in {order}";
                }
            }
        }

        return null;
    }

    private static bool HasTableFunction(string statement)
    {
        var at = statement.IndexOf('(', StringComparison.Ordinal);
        while (at > 0)
        {
            var before = statement.AsSpan(0, at).TrimEnd();
            var start = before.Length;
            while (start > 0 && (char.IsAsciiLetterOrDigit(before[start - 1]) || before[start - 1] == '_'))
            {
                start--;
            }

            var from = before[..start].TrimEnd();
            if (from.EndsWith("from", StringComparison.OrdinalIgnoreCase) || from.EndsWith("join", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var function in TableFunctions)
                {
                    if (before[start..].Equals(function, StringComparison.OrdinalIgnoreCase))
                    {
                        return true;
                    }
                }
            }

            at = statement.IndexOf('(', at + 1);
        }

        return false;
    }

    private static bool Is(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
