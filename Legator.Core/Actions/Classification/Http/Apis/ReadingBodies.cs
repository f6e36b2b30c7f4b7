using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Bodies of the POSTs that only ask. A path alone does not make a question where another product uses the same path for orders.</summary>
internal static class ReadingBodies
{
    private const string KubernetesSecrets = "/registry/secrets";

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    private static readonly FrozenSet<string> MetricFields = FrozenSet.ToFrozenSet(
    [
        "query", "match[]", "match", "start", "end", "step", "time", "timeout", "limit", "stats", "engine", "lookback_delta", "dedup", "partial_response", "max_source_resolution", "replicalabels[]", "storematch[]",
        "nocache", "trace", "round_digits", "latency_offset", "max_lookback", "extra_label", "extra_filters", "extra_filters[]", "namespace", "direction", "interval", "explain", "analyze", "topk", "filter",
    ]);

    private static readonly string[] SolrOrders = ["stream.", "qt=", "\"qt\"", "shards", "velocity", "v.template", "params", "xslt", "tr=", "{!xmlparser", "\\u"];

    /// <summary>True for a question to Elasticsearch; other databases take their statements at the same path under another name.</summary>
    public static bool IsSearch(string? body) =>
        body is not null && (body.Contains("\"query\"", StringComparison.Ordinal) || body.Contains("\"cursor\"", StringComparison.Ordinal)) && !body.Contains("stmt", StringComparison.OrdinalIgnoreCase)
        && !body.Contains("\\u", StringComparison.Ordinal) && !StatementWords.Writes(Lines(body));

    /// <summary>True for a query in Flux that writes nothing: without an import, only <c>to</c> does.</summary>
    public static bool IsFlux(string? body)
    {
        if (body is null || body.Contains("\\u", StringComparison.Ordinal) || StatementWords.Writes(Lines(body)))
        {
            return false;
        }

        foreach (var range in body.AsSpan().SplitAny(" \t\r\n()[]{}|>=,:;.\"\\/+-*<!&?'"))
        {
            if (body.AsSpan(range) is "to" or "import" or "option" or "rto" or "rimport" or "nto" or "nimport" or "tto" or "timport")
            {
                return false;
            }
        }

        return body.Contains("from(", StringComparison.Ordinal) || body.Contains("buckets()", StringComparison.Ordinal);
    }

    /// <summary>True for a form that asks for metrics; a JSON document at that path adds them.</summary>
    public static bool IsMetrics(string? body)
    {
        if (body is null)
        {
            return true;
        }

        foreach (var range in body.AsSpan().Split('&'))
        {
            var field = body.AsSpan()[range];
            var equals = field.IndexOf('=');
            if (!field.IsEmpty && (equals < 0 || !MetricFields.Contains(HttpText.UnescapeField(field[..equals]).ToLowerInvariant())))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a question to Solr that neither names another handler nor makes the server fetch or render anything.</summary>
    public static bool IsSolr(string? body)
    {
        var text = body is null ? "" : HttpText.UnescapeField(body);
        foreach (var order in SolrOrders)
        {
            if (text.Contains(order, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a range of etcd keys that leaves out the secrets of Kubernetes.</summary>
    public static bool IsPlainRange(string? body)
    {
        if (body is null)
        {
            return true;
        }

        try
        {
            using var json = JsonDocument.Parse(body, Bounded);
            if (json.RootElement.ValueKind != JsonValueKind.Object || KeyOf(json.RootElement, "key") is not { } from)
            {
                return false;
            }

            var to = KeyOf(json.RootElement, "range_end", "rangeEnd");
            return to is not null && !from.StartsWith(KubernetesSecrets, StringComparison.Ordinal)
                && (to.Length == 0 || string.CompareOrdinal(from, KubernetesSecrets) > 0 || (to != "\0" && string.CompareOrdinal(to, KubernetesSecrets) <= 0));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The text of a JSON document with the ends of lines as blanks.</summary>
    public static string Lines(string body) =>
        body.Contains('\\', StringComparison.Ordinal)
            ? body.Replace("\\n", " ", StringComparison.Ordinal).Replace("\\t", " ", StringComparison.Ordinal).Replace("\\r", " ", StringComparison.Ordinal).Replace("\\f", " ", StringComparison.Ordinal)
            : body;

    // Empty when it is not there, null when it cannot be read or is there twice.
    private static string? KeyOf(JsonElement root, params ReadOnlySpan<string> names)
    {
        string? found = "";
        var count = 0;
        foreach (var member in root.EnumerateObject())
        {
            if (names.Contains(member.Name))
            {
                var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : "?";
                found = Base64.IsValid(text) ? Encoding.Latin1.GetString(Convert.FromBase64String(text)) : null;
                count++;
            }
        }

        return count > 1 ? null : found;
    }
}
