using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;

namespace Legator.Cli.Connection;

/// <summary>Follows a list's cursors and puts the pages together as one.</summary>
internal static class PagedList
{
    /// <param name="api">The API.</param>
    /// <param name="path">Path of the page that a cursor (null for the first) begins.</param>
    /// <param name="member">Name of the member that holds the items.</param>
    /// <param name="atMost">Stop after so many items; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<JsonElement> ReadAsync(ApiClient api, Func<string?, string> path, string member, int? atMost, CancellationToken cancellationToken)
    {
        var items = new JsonArray();
        JsonNode? total;
        JsonNode? more;
        string? next = null;
        do
        {
            var page = JsonObject.Create(await api.GetAsync(path(next), cancellationToken))!;
            total = page["total"]?.DeepClone();
            more = page["more"]?.DeepClone();
            next = page["continue"]?.GetValue<string>();
            foreach (var item in page[member]?.AsArray() ?? [])
            {
                items.Add(item?.DeepClone());
            }
        }
        while (next is not null && (atMost is null || items.Count < atMost));

        var whole = new JsonObject { [member] = items, ["total"] = total };
        if (more is not null)
        {
            whole["more"] = more;
        }

        if (next is not null)
        {
            whole["continue"] = next;
        }

        return whole.Deserialize<JsonElement>(LegatorJson.Options);
    }
}
