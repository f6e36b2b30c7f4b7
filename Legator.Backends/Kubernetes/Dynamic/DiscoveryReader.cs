using System.Text.Json;

namespace Legator.Backends.Kubernetes.Dynamic;

/// <summary>Reads discovery documents.</summary>
internal static class DiscoveryReader
{
    /// <summary>Group and preferred version of every group.</summary>
    public static IReadOnlyList<(string Group, string Version)> Groups(byte[] bytes)
    {
        using var document = ResourceReader.Parse(bytes);
        var groups = new List<(string, string)>();
        foreach (var group in Items(document.RootElement, "groups"))
        {
            var preferred = group.TryGetProperty("preferredVersion", out var p) ? ResourceReader.Text(p, "version") : null;
            preferred ??= Items(group, "versions").Select(version => ResourceReader.Text(version, "version")).FirstOrDefault();
            if (ResourceReader.Text(group, "name") is { } name && preferred is not null)
            {
                groups.Add((name, preferred));
            }
        }

        return groups;
    }

    /// <summary>The resources of one group and version, with their subresources.</summary>
    public static IReadOnlyList<ApiResourceInfo> Resources(string apiGroup, string version, byte[] bytes)
    {
        using var document = ResourceReader.Parse(bytes);
        var entries = Items(document.RootElement, "resources").ToList();
        var subresources = entries
            .Select(entry => ResourceReader.Text(entry, "name") ?? "")
            .Where(name => name.Contains('/', StringComparison.Ordinal))
            .ToLookup(name => name[..name.IndexOf('/', StringComparison.Ordinal)], name => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return
        [
            .. from entry in entries
               let name = ResourceReader.Text(entry, "name")
               where name is not null && !name.Contains('/', StringComparison.Ordinal)
               select Resource(apiGroup, version, name, entry, [.. subresources[name]]),
        ];
    }

    private static ApiResourceInfo Resource(string group, string version, string plural, JsonElement entry, string[] subresources)
    {
        var kind = ResourceReader.Text(entry, "kind") ?? plural;
        var singular = ResourceReader.Text(entry, "singularName");
        return new ApiResourceInfo(
            group,
            version,
            plural,
            string.IsNullOrEmpty(singular) ? kind.ToLowerInvariant() : singular,
            kind,
            entry.TryGetProperty("namespaced", out var namespaced) && namespaced.ValueKind == JsonValueKind.True,
            Strings(entry, "shortNames"),
            Strings(entry, "verbs"),
            subresources);
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : [];

    private static string[] Strings(JsonElement element, string property) =>
        [.. Items(element, property).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
}
