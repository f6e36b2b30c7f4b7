using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Legator.Core;

namespace Legator.Backends.Kubernetes.Dynamic;

/// <summary>Reads and writes objects of any kind that the cluster serves. Throws <see cref="ClusterException"/> where the API refuses.</summary>
public sealed class DynamicClient(ClusterConnection connection) : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly ResourcePath Pods = new("", "v1", "pods", true);

    private readonly Discovery discovery = new(connection);

    /// <summary>Resolves any name that people use for a kind (<c>deploy</c>, <c>deployments.apps</c>, <c>Deployment</c>); null when the cluster does not serve it.</summary>
    public Task<ApiResourceInfo?> ResolveAsync(string resource, CancellationToken cancellationToken) => discovery.FindAsync(resource, cancellationToken);

    /// <summary>All kinds that the cluster serves, in their preferred versions.</summary>
    public Task<IReadOnlyList<ApiResourceInfo>> ResourcesAsync(CancellationToken cancellationToken) => discovery.AllAsync(cancellationToken);

    /// <summary>Gets one object; null when there is none.</summary>
    public async Task<JsonObject?> GetAsync(ApiResourceInfo resource, string? inNamespace, string name, CancellationToken cancellationToken, ClusterCall? call = null)
    {
        try
        {
            return await SendAsync(HttpMethod.Get, resource.Path.Item(inNamespace, name), null, call, cancellationToken);
        }
        catch (ClusterException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>Lists a page of a namespace, or of all namespaces.</summary>
    public async Task<DynamicList> ListAsync(ApiResourceInfo resource, string? inNamespace, ListQuery? query, CancellationToken cancellationToken, ClusterCall? call = null)
    {
        var answer = await SendAsync(HttpMethod.Get, resource.Path.Collection(inNamespace) + (query ?? ListQuery.All).ToQueryString(), null, call, cancellationToken);
        var items = (answer["items"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        foreach (var item in items)
        {
            // Lists leave these out of their items; alone, an object needs them.
            item.TryAdd("apiVersion", resource.GroupVersion);
            item.TryAdd("kind", resource.Kind);
            Strip(item);
        }

        var metadata = answer["metadata"] as JsonObject;
        var next = (string?)metadata?["continue"];
        return new DynamicList(items, (string?)metadata?["resourceVersion"] ?? "", string.IsNullOrEmpty(next) ? null : next, (long?)metadata?["remainingItemCount"]);
    }

    /// <summary>Creates an object.</summary>
    public Task<JsonObject> CreateAsync(ApiResourceInfo resource, string? inNamespace, JsonObject value, CancellationToken cancellationToken, ClusterCall? call = null) =>
        SendAsync(HttpMethod.Post, resource.Path.Collection(inNamespace) + Query(call), Body(value, ClusterBody.Json), call, cancellationToken);

    /// <summary>Server-side apply: makes the object hold what is given, and leaves what others manage.</summary>
    public Task<JsonObject> ApplyAsync(
        ApiResourceInfo resource,
        string? inNamespace,
        string name,
        JsonObject value,
        string fieldManager,
        CancellationToken cancellationToken,
        bool force = false,
        ClusterCall? call = null) =>
        SendAsync(
            HttpMethod.Patch,
            resource.Path.Item(inNamespace, name) + Query(call, ("fieldManager", fieldManager), ("force", force ? "true" : null)),
            Body(value, ClusterBody.Apply),
            call,
            cancellationToken);

    /// <summary>Patches an object or one of its subresources.</summary>
    public Task<JsonObject> PatchAsync(
        ApiResourceInfo resource,
        string? inNamespace,
        string name,
        JsonNode patch,
        CancellationToken cancellationToken,
        PatchKind kind = PatchKind.Merge,
        string? subresource = null,
        ClusterCall? call = null,
        string? fieldManager = null)
    {
        var mediaType = kind switch
        {
            PatchKind.Json => ClusterBody.JsonPatch,
            PatchKind.Strategic => ClusterBody.StrategicPatch,
            _ => ClusterBody.MergePatch,
        };
        return SendAsync(HttpMethod.Patch, resource.Path.Item(inNamespace, name, subresource) + Query(call, ("fieldManager", fieldManager)), Body(patch, mediaType), call, cancellationToken);
    }

    /// <summary>Sets the number of replicas, by the scale subresource where the kind has one.</summary>
    public Task<JsonObject> ScaleAsync(
        ApiResourceInfo resource,
        string? inNamespace,
        string name,
        int replicas,
        CancellationToken cancellationToken,
        ClusterCall? call = null,
        string? resourceVersion = null) =>
        PatchAsync(
            resource,
            inNamespace,
            name,
            resourceVersion is null
                ? new JsonObject { ["spec"] = new JsonObject { ["replicas"] = replicas } }
                : new JsonObject { ["metadata"] = new JsonObject { ["resourceVersion"] = resourceVersion }, ["spec"] = new JsonObject { ["replicas"] = replicas } },
            cancellationToken,
            subresource: resource.Subresources.Contains("scale") ? "scale" : null,
            call: call);

    /// <summary>Asks a pod to go, as a drain does: the API refuses (429) what a disruption budget forbids.</summary>
    public Task EvictAsync(string inNamespace, string pod, CancellationToken cancellationToken, ClusterCall? call = null)
    {
        var eviction = new JsonObject
        {
            ["apiVersion"] = "policy/v1",
            ["kind"] = "Eviction",
            ["metadata"] = new JsonObject { ["name"] = pod, ["namespace"] = inNamespace },
        };
        return SendAsync(HttpMethod.Post, Pods.Item(inNamespace, pod, "eviction") + Query(call), Body(eviction, ClusterBody.Json), call, cancellationToken);
    }

    /// <summary>The OpenAPI document of a kind's group and version; of everything where the API has no documents apart.</summary>
    public async Task<JsonObject> OpenApiAsync(ApiResourceInfo resource, CancellationToken cancellationToken)
    {
        var group = resource.Group.Length == 0 ? $"api/{resource.Version}" : $"apis/{resource.Group}/{resource.Version}";
        try
        {
            return await SendAsync(HttpMethod.Get, $"openapi/v3/{group}", null, null, cancellationToken);
        }
        catch (ClusterException e) when (e.IsNotFound)
        {
            return await SendAsync(HttpMethod.Get, "openapi/v2", null, null, cancellationToken);
        }
    }

    /// <summary>Deletes an object; what it owns goes after it.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> DeleteAsync(
        ApiResourceInfo resource,
        string? inNamespace,
        string name,
        CancellationToken cancellationToken,
        Preconditions? preconditions = null,
        ClusterCall? call = null)
    {
        // Without a word some kinds would leave behind what they own.
        var options = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "DeleteOptions", ["propagationPolicy"] = "Background" };
        if (preconditions is not null)
        {
            options["preconditions"] = JsonSerializer.SerializeToNode(preconditions, LegatorJson.Options);
        }

        if (call?.DryRun == true)
        {
            // The API reads no options from the query of a deletion that has a body: there, a dry run would delete.
            options["dryRun"] = new JsonArray("All");
        }

        try
        {
            await SendAsync(HttpMethod.Delete, resource.Path.Item(inNamespace, name) + Query(call), Body(options, ClusterBody.Json), call, cancellationToken);
            return true;
        }
        catch (ClusterException e) when (e.IsNotFound)
        {
            return false;
        }
    }

    /// <summary>Reads a piece of a pod's log.</summary>
    public async Task<LogText> LogsAsync(string inNamespace, string pod, LogQuery query, CancellationToken cancellationToken, ClusterCall? call = null)
    {
        var path = Pods.Item(inNamespace, pod, "log") + Query(
            null,
            ("container", query.Container),
            ("tailLines", query.TailLines.ToString(CultureInfo.InvariantCulture)),
            ("previous", query.Previous ? "true" : null),
            ("sinceSeconds", query.Since is { } since ? Math.Max(1, (long)since.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null),
            ("timestamps", query.Timestamps ? "true" : null));
        using var response = await connection.OpenAsync(path, call ?? ClusterCall.Default, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await LogTail.ReadAsync(stream, query.MaxBytes, cancellationToken);
    }

    public void Dispose() => discovery.Dispose();

    private async Task<JsonObject> SendAsync(HttpMethod method, string path, ClusterBody? body, ClusterCall? call, CancellationToken cancellationToken)
    {
        var bytes = await connection.SendAsync(method, path, body, call ?? ClusterCall.Default, cancellationToken);
        try
        {
            var answer = Read(bytes) as JsonObject ?? throw new ClusterException(200, "Malformed", "The Kubernetes API answered with something that is not an object.");
            Strip(answer);
            return answer;
        }
        catch (JsonException e)
        {
            throw new ClusterException(200, "Malformed", $"The Kubernetes API answered with something that is not JSON: {e.Message}", e);
        }
    }

    // Nodes are read lazily: what is broken in there must come to light here.
    private static JsonNode? Read(byte[] bytes) =>
        Utf8.IsValid(bytes) ? JsonNode.Parse(bytes, documentOptions: Strict) : JsonNode.Parse(Encoding.UTF8.GetString(bytes), documentOptions: Strict);

    private static void Strip(JsonObject value) => (value["metadata"] as JsonObject)?.Remove("managedFields");

    private static ClusterBody Body(JsonNode value, string mediaType) => new(JsonSerializer.SerializeToUtf8Bytes(value, LegatorJson.Options), mediaType);

    private static string Query(ClusterCall? call, params ReadOnlySpan<(string Key, string? Value)> more) =>
        ListQuery.All.ToQueryString([("dryRun", call?.DryRun == true ? "All" : null), .. more]);
}
