using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes;

/// <summary>Reads and writes the objects of one kind. Every method but <see cref="GetAsync"/> throws <see cref="ClusterException"/> where the API refuses.</summary>
/// <typeparam name="T">A resource type with <see cref="ResourceKindAttribute"/>.</typeparam>
public sealed class ResourceClient<T>(ClusterConnection connection)
    where T : class, IResource
{
    private static readonly TimeSpan WatchLength = TimeSpan.FromMinutes(5);

    // API servers send a bookmark about once a minute. Where HTTP/2 cannot be had, nothing else tells that a connection is dead.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(150);
    private static readonly ResourcePath Path = ResourcePath.For<T>();

    /// <summary>Gets one object; null when there is none.</summary>
    public async Task<T?> GetAsync(string? inNamespace, string name, CancellationToken cancellationToken)
    {
        try
        {
            return ResourceReader.ReadOne<T>(await connection.SendAsync(HttpMethod.Get, Path.Item(inNamespace, name), null, ClusterCall.Default, cancellationToken));
        }
        catch (ClusterException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>Lists one page (all, without a limit) of a namespace, or of all namespaces.</summary>
    public async Task<ResourceList<T>> ListAsync(string? inNamespace, ListQuery? query, CancellationToken cancellationToken)
    {
        var path = Path.Collection(inNamespace) + (query ?? ListQuery.All).ToQueryString();
        return await connection.ReadAsync(path, ResourceListReader<T>.ReadAsync, cancellationToken);
    }

    /// <summary>Creates an object.</summary>
    public Task<T> CreateAsync(T value, CancellationToken cancellationToken, bool dryRun = false) =>
        WriteAsync(HttpMethod.Post, Path.Collection(Required(value.Metadata.Namespace)) + DryRun(dryRun), value, cancellationToken);

    /// <summary>Replaces an object; its resource version must be the stored one.</summary>
    public Task<T> ReplaceAsync(T value, CancellationToken cancellationToken, bool dryRun = false) =>
        WriteAsync(HttpMethod.Put, Path.Item(value.Metadata.Namespace, NameOf(value)) + DryRun(dryRun), value, cancellationToken);

    /// <summary>Replaces an object's status; its resource version must be the stored one.</summary>
    public Task<T> ReplaceStatusAsync(T value, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Put, Path.Item(value.Metadata.Namespace, NameOf(value), "status"), value, cancellationToken);

    /// <summary>Merges a JSON merge patch into an object; <c>metadata.resourceVersion</c> in the patch is a precondition.</summary>
    public Task<T> PatchAsync(string? inNamespace, string name, JsonNode mergePatch, CancellationToken cancellationToken, bool dryRun = false) =>
        PatchAsync(Path.Item(inNamespace, name) + DryRun(dryRun), mergePatch, cancellationToken);

    /// <summary>Merges a JSON merge patch into the status subresource.</summary>
    /// <param name="inNamespace">Namespace of the object.</param>
    /// <param name="name">Name of the object.</param>
    /// <param name="mergePatch">E.g. <c>{"status": {…}}</c>.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <param name="resourceVersion">When given, the object must not have changed since (else 409).</param>
    public Task<T> PatchStatusAsync(string? inNamespace, string name, JsonNode mergePatch, CancellationToken cancellationToken, string? resourceVersion = null)
    {
        var patch = mergePatch;
        if (resourceVersion is not null)
        {
            patch = mergePatch.DeepClone();
            (patch["metadata"] as JsonObject ?? (JsonObject)(patch["metadata"] = new JsonObject()))["resourceVersion"] = resourceVersion;
        }

        return PatchAsync(Path.Item(inNamespace, name, "status"), patch, cancellationToken);
    }

    /// <summary>Deletes an object.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> DeleteAsync(string? inNamespace, string name, CancellationToken cancellationToken, Preconditions? preconditions = null)
    {
        var body = preconditions is null ? null : new ClusterBody(
            JsonSerializer.SerializeToUtf8Bytes(new { apiVersion = "v1", kind = "DeleteOptions", preconditions }, LegatorJson.Options),
            ClusterBody.Json);
        try
        {
            await connection.SendAsync(HttpMethod.Delete, Path.Item(inNamespace, name), body, ClusterCall.Default, cancellationToken);
            return true;
        }
        catch (ClusterException e) when (e.IsNotFound)
        {
            return false;
        }
    }

    /// <summary>Follows changes after a resource version. Ends when the server ends it, which it does every few minutes; then watch on from the last version seen.</summary>
    /// <exception cref="ClusterException"><see cref="ClusterException.IsGone"/> when the version is too old: list again.</exception>
    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync(
        string? inNamespace,
        ListQuery? query,
        string resourceVersion,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var selection = (query ?? ListQuery.All) with { Limit = null, Continue = null, ResourceVersion = resourceVersion };
        var seconds = ((int)WatchLength.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var path = Path.Collection(inNamespace) + selection.ToQueryString(("watch", "true"), ("allowWatchBookmarks", "true"), ("timeoutSeconds", seconds));
        using var response = await connection.OpenAsync(path, ClusterCall.Default, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var silence = new CancellationTokenSource(LongestSilence, connection.Time);
        await foreach (var message in WatchStream.ReadAsync(stream, Event, silence.Token, cancellationToken))
        {
            silence.CancelAfter(LongestSilence);
            yield return message;
        }
    }

    private static WatchEvent<T> Event(JsonElement message)
    {
        var value = message.TryGetProperty("object", out var o) ? o : default;
        var version = ResourceReader.Metadata(value).ResourceVersion ?? "";
        switch (ResourceReader.Text(message, "type"))
        {
            case "BOOKMARK":
                return new WatchEvent<T>(WatchEventKind.Bookmark, version, null, null);
            case "ERROR":
                throw ClusterResponse.FromStatus(value, 500);
            case var type:
                var kind = type switch { "ADDED" => WatchEventKind.Added, "DELETED" => WatchEventKind.Deleted, _ => WatchEventKind.Modified };
                var item = ResourceReader.Read<T>(value, out var malformed);
                return new WatchEvent<T>(kind, version, item, malformed);
        }
    }

    private async Task<T> PatchAsync(string path, JsonNode patch, CancellationToken cancellationToken)
    {
        var body = new ClusterBody(JsonSerializer.SerializeToUtf8Bytes(patch, LegatorJson.Options), ClusterBody.MergePatch);
        return ResourceReader.ReadOne<T>(await connection.SendAsync(HttpMethod.Patch, path, body, ClusterCall.Default, cancellationToken));
    }

    private async Task<T> WriteAsync(HttpMethod method, string path, T value, CancellationToken cancellationToken)
    {
        var body = new ClusterBody(JsonSerializer.SerializeToUtf8Bytes(value, LegatorJson.Options), ClusterBody.Json);
        return ResourceReader.ReadOne<T>(await connection.SendAsync(method, path, body, ClusterCall.Default, cancellationToken));
    }

    private static string? Required(string? inNamespace) => Path.Namespaced && string.IsNullOrEmpty(inNamespace)
        ? throw new ClusterException(400, "BadRequest", $"metadata.namespace is needed to create one of {Path.Plural}.")
        : inNamespace;

    private static string NameOf(T value) => value.Metadata.Name
        ?? throw new ClusterException(400, "BadRequest", "metadata.name is needed.");

    private static string DryRun(bool dryRun) => dryRun ? "?dryRun=All" : "";
}
