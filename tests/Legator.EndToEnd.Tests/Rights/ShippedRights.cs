using System.Text.Json.Nodes;
using Legator.Core;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Rights;

/// <summary>Files of deploy/rbac in a namespace of a test, under names that no other test uses: the product and its agents are all there.</summary>
internal sealed class ShippedRights(string kubeconfig, string place)
{
    /// <summary>What an API server calls an account of the files.</summary>
    public string UserName(string account) => $"system:serviceaccount:{place}:{account}";

    /// <summary>Makes what a file holds.</summary>
    public Task ApplyAsync(string file) =>
        Kubectl.ApplyAsync(kubeconfig, new JsonObject { ["apiVersion"] = "v1", ["kind"] = "List", ["items"] = new JsonArray([.. Read(file).Select(part => Moved(part))]) }.ToJsonString());

    /// <summary>Each single right of a file.</summary>
    public static IReadOnlyList<Right> Of(string file) =>
    [
        .. Read(file).Where(part => part["rules"] is not null).SelectMany(part => part["rules"]!.AsArray())
            .SelectMany(rule => Texts(rule!, "resources").SelectMany(resource => Texts(rule!, "verbs").Select(verb => new Right(Named(rule!, resource), verb))))
            .Distinct(),
    ];

    private static IEnumerable<JsonObject> Read(string file) => Yaml.ParseAll(File.ReadAllText(Path.Combine(ProductBuild.Root, "deploy", "rbac", file))).Cast<JsonObject>();

    private static IReadOnlyList<string> Texts(JsonNode rule, string list) => [.. rule[list]!.AsArray().Select(value => (string)value!)];

    // legatorruns/status of legator.io is legatorruns.legator.io/status.
    private static string Named(JsonNode rule, string resource)
    {
        var group = Texts(rule, "apiGroups")[0];
        var parts = resource.Split('/', 2);
        return parts[0] + (group.Length == 0 ? "" : "." + group) + (parts.Length > 1 ? "/" + parts[1] : "");
    }

    private JsonObject Moved(JsonObject part)
    {
        var moved = (JsonObject)part.DeepClone();
        moved["metadata"]!["name"] = $"{(string)part["metadata"]!["name"]!}-{place}";
        if (part["metadata"]!["namespace"] is not null)
        {
            moved["metadata"]!["namespace"] = place;
        }

        if (part["roleRef"] is { } role)
        {
            moved["roleRef"]!["name"] = $"{(string)role["name"]!}-{place}";
            moved["subjects"]![0]!["namespace"] = place;
        }

        return moved;
    }
}
