using System.Text.Json;

namespace Legator.Core.Actions.Classification.Http.GraphQl;

/// <summary>Finds the documents that a request carries to a GraphQL server: in a JSON body or batch, as <c>application/graphql</c>, in a form, in the query.</summary>
internal static class GraphQlRules
{
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64, AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>True when the request goes to a GraphQL server, as its address says. What the caller chose to call the content does not make one.</summary>
    public static bool IsFor(HttpCall call, string path)
    {
        var trimmed = path.AsSpan().TrimEnd('/');
        if (trimmed.IsEmpty)
        {
            return call.Target.Url.IdnHost.StartsWith("graphql.", StringComparison.OrdinalIgnoreCase);
        }

        var last = trimmed[(trimmed.LastIndexOf('/') + 1)..];
        return last.Equals("graphql", StringComparison.OrdinalIgnoreCase) || last.Equals("gql", StringComparison.OrdinalIgnoreCase) || last.Equals("graphql.json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True when the request says that it carries a document.</summary>
    public static bool Claims(HttpCall call) => call.Header("Content-Type").StartsWith("application/graphql", StringComparison.OrdinalIgnoreCase);

    /// <summary>The worst that the request asks of a GraphQL server.</summary>
    public static GraphQlKind Read(HttpCall call)
    {
        var worst = FromFields(call.Target.Url.Query.AsSpan().TrimStart('?'), out var found);
        if (call.Body is not { } body)
        {
            // Without a document a GET shows a page and anything else is a mystery.
            return found || call.Method != "POST" ? worst : GraphQlKind.Unreadable;
        }

        var type = call.Header("Content-Type");
        var kind = type.StartsWith("application/graphql", StringComparison.OrdinalIgnoreCase) && !type.Contains("json", StringComparison.OrdinalIgnoreCase) ? GraphQlDocument.Read(body)
            : type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? FromForm(body)
            : type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ? GraphQlKind.Unreadable
            : FromJson(body);
        return kind > worst ? kind : worst;
    }

    /// <summary>The tier of an operation.</summary>
    public static RiskTier TierOf(GraphQlKind kind) => kind switch
    {
        GraphQlKind.Query => RiskTier.Read,
        GraphQlKind.Subscription => RiskTier.ServiceMutation,
        _ => RiskTier.DestructiveMutation,
    };

    /// <summary>What is said of an operation.</summary>
    public static string Describe(GraphQlKind kind) => kind switch
    {
        GraphQlKind.Query => "asks a GraphQL server",
        GraphQlKind.Subscription => "keeps a GraphQL server sending",
        GraphQlKind.Mutation => "holds a GraphQL mutation",
        _ => "holds no GraphQL document that can be read, so it may be a mutation",
    };

    private static GraphQlKind FromForm(string body)
    {
        var kind = FromFields(body, out var found);
        return found ? kind : GraphQlKind.Unreadable;
    }

    private static GraphQlKind FromFields(ReadOnlySpan<char> fields, out bool found)
    {
        var worst = GraphQlKind.Query;
        var stored = false;
        var named = false;
        found = false;
        foreach (var range in fields.Split('&'))
        {
            var field = fields[range];
            var equals = field.IndexOf('=');
            var key = equals < 0 ? "" : HttpText.UnescapeField(field[..equals]).ToLowerInvariant();
            var document = key is "query" or "mutation" or "document" || key.StartsWith("query[", StringComparison.Ordinal);
            var kind = document ? GraphQlDocument.Read(HttpText.UnescapeField(field[(equals + 1)..])) : GraphQlKind.Query;
            found |= document;
            named |= key is "id" or "documentid" or "doc_id" or "queryid";
            stored |= key is "extensions" or "id" or "documentid" or "doc_id" or "operations" or "hash";
            worst = kind > worst ? kind : worst;
        }

        return named || (stored && !found) ? GraphQlKind.Unreadable : worst;
    }

    private static GraphQlKind FromJson(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Bounded);
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Object => FromRequest(json.RootElement),
                JsonValueKind.Array when json.RootElement.GetArrayLength() > 0 => json.RootElement.EnumerateArray().Max(FromRequest),
                _ => GraphQlKind.Unreadable,
            };
        }
        catch (JsonException)
        {
            // A document sent as it is, without its envelope, is taken by some servers.
            return GraphQlDocument.LooksLikeOne(body) ? GraphQlDocument.Read(body) : GraphQlKind.Unreadable;
        }
    }

    // "extensions": {"persistedQuery": {…}} names a stored operation by its hash, or stores one.
    private static bool IsStored(JsonProperty member) =>
        member.Name.Equals("extensions", StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind == JsonValueKind.Object
        && member.Value.EnumerateObject().Any(e => e.Name.Equals("persistedQuery", StringComparison.OrdinalIgnoreCase));

    // Every member that a server could take for the document counts; without one the operation is stored on the server and unknown here.
    private static GraphQlKind FromRequest(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object)
        {
            return GraphQlKind.Unreadable;
        }

        GraphQlKind? worst = null;
        foreach (var member in request.EnumerateObject())
        {
            if (member.Name.Equals("query", StringComparison.OrdinalIgnoreCase) || member.Name.Equals("mutation", StringComparison.OrdinalIgnoreCase))
            {
                var kind = member.Value.ValueKind == JsonValueKind.String ? GraphQlDocument.Read(member.Value.GetString()!) : GraphQlKind.Unreadable;
                worst = worst is null || kind > worst ? kind : worst;
            }
            else if (member.Name.ToLowerInvariant() is "id" or "documentid" or "doc_id" or "queryid" && member.Value.ValueKind != JsonValueKind.Null || IsStored(member))
            {
                // A stored operation may win over the one that is written out.
                return GraphQlKind.Unreadable;
            }
        }

        return worst ?? GraphQlKind.Unreadable;
    }
}
