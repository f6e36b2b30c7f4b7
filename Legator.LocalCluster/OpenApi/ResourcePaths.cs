namespace Legator.LocalCluster.OpenApi;

/// <summary>The paths of a resource. Clients read from them which parameters and patch types the server knows.</summary>
internal sealed class ResourcePaths(OpenApiResource resource, string definition, DefinitionSet definitions)
{
    private static readonly string[] Bodies = ["application/json", "application/yaml"];
    private static readonly string[] WriteQuery = ["dryRun", "fieldManager", "fieldValidation"];
    private static readonly string[] DeleteQuery = ["dryRun", "gracePeriodSeconds", "orphanDependents", "propagationPolicy"];

    private static readonly string[] ListQuery =
        ["allowWatchBookmarks", "continue", "fieldSelector", "labelSelector", "limit", "resourceVersion", "resourceVersionMatch", "sendInitialEvents", "timeoutSeconds", "watch"];

    // Custom kinds take no strategic merge: nothing says how their lists merge.
    private string[] Patches => resource.IsCustom
        ? ["application/json-patch+json", "application/merge-patch+json", "application/apply-patch+yaml"]
        : ["application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json", "application/apply-patch+yaml"];

    public IEnumerable<OpenApiPath> All()
    {
        var root = "/" + resource.GroupVersionPath;
        var collection = resource.Namespaced ? $"{root}/namespaces/{{namespace}}/{resource.Plural}" : $"{root}/{resource.Plural}";
        if (resource.CreateOnly)
        {
            yield return new OpenApiPath(collection, resource, [Write("post", "create", definition)]);
            yield break;
        }
        if (resource.Namespaced)
        {
            yield return new OpenApiPath($"{root}/{resource.Plural}", resource, [List("ForAllNamespaces")]);
        }
        yield return new OpenApiPath(collection, resource, [List(""), Write("post", "create", definition), Delete("deletecollection", "Collection", ListQuery)]);
        yield return Item($"{collection}/{{name}}", "", definition, deletes: true);
        if (resource.HasStatus)
        {
            yield return Item($"{collection}/{{name}}/status", "Status", definition, deletes: false);
        }
        if (resource.HasScale)
        {
            yield return Item($"{collection}/{{name}}/scale", "Scale", NameOf(typeof(k8s.Models.V1Scale)), deletes: false);
        }
    }

    private OpenApiPath Item(string path, string part, string answer, bool deletes)
    {
        List<OpenApiOperation> operations =
        [
            Operation("get", "get", "read", part, answer, null, [], ["resourceVersion"]),
            Operation("put", "put", "replace", part, answer, answer, Bodies, WriteQuery),
            Operation("patch", "patch", "patch", part, answer, NameOf(typeof(k8s.Models.V1Patch)), Patches, [.. WriteQuery, "force"]),
        ];
        if (deletes)
        {
            operations.Add(Delete("delete", "", []));
        }
        return new OpenApiPath(path, resource, operations);
    }

    private OpenApiOperation List(string suffix) =>
        Operation("get", "list", "list", suffix, definition[..(definition.LastIndexOf('.') + 1)] + resource.ListKind, null, [], ListQuery);

    private OpenApiOperation Write(string method, string action, string answer) => Operation(method, action, "create", "", answer, answer, Bodies, WriteQuery);

    private OpenApiOperation Delete(string action, string infix, string[] more) =>
        Operation("delete", action, "delete" + infix, "", NameOf(typeof(k8s.Models.V1Status)), NameOf(typeof(k8s.Models.V1DeleteOptions)), Bodies, [.. DeleteQuery, .. more]);

    private OpenApiOperation Operation(string method, string action, string verb, string suffix, string answer, string? body, string[] consumes, string[] query)
    {
        var groupVersion = string.Concat($"{resource.Group}.{resource.Version}".Split('.', StringSplitOptions.RemoveEmptyEntries).Select(Capital));
        var scope = resource.Namespaced && suffix != "ForAllNamespaces" ? "Namespaced" : "";
        return new OpenApiOperation(method, action, $"{verb}{groupVersion}{scope}{resource.Kind}{suffix}", answer, body, consumes, query);
    }

    private string NameOf(Type model) => definitions.NameOf(model);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
