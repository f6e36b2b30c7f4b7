using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Skills.Packages;
using Legator.Core.Skills.Remote;

namespace Legator.Backends.SkillSources.Registry;

/// <summary>Reads and writes skills in one repository of a registry, by the OCI distribution protocol. Nothing that the registry says of digests and sizes is believed.</summary>
public sealed class RegistryClient(SourceConnections connections, RegistryReference reference, SourceCredential? credential) : IDisposable
{
    private const int MostManifest = 1024 * 1024;
    private const int MostConfig = 256 * 1024;
    private readonly RegistrySession _session = new(connections, reference.Host, credential);

    public void Dispose() => _session.Dispose();

    /// <summary>What a tag or digest stands for.</summary>
    /// <exception cref="SkillSourceException">It cannot be had, is not what was asked for, or is no skill.</exception>
    public async Task<RegistryPull> ManifestAsync(string tagOrDigest, CancellationToken cancellationToken)
    {
        using var response = await _session.SendAsync(() => Get($"manifests/{tagOrDigest}", SkillMediaTypes.Manifest, "application/vnd.oci.image.index.v1+json"), cancellationToken);
        Require(response, HttpStatusCode.OK, $"{reference.Repository}:{tagOrDigest}");
        var body = await ReadAsync(response, MostManifest, "the manifest", cancellationToken);
        var digest = RegistryDescriptor.DigestOf(body);
        var said = RegistryReference.IsDigest(tagOrDigest) ? tagOrDigest : response.Headers.TryGetValues("Docker-Content-Digest", out var values) ? values.First() : digest;
        return said == digest
            ? new RegistryPull(Parse(body), digest)
            : throw SkillSourceException.Refusing($"{reference.Host} answers for {said} with a manifest whose digest is {digest}");
    }

    /// <summary>The files of a skill.</summary>
    /// <exception cref="SkillSourceException">They cannot be had, or are not what the manifest names.</exception>
    public async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(RegistryManifest manifest, CancellationToken cancellationToken) =>
        SkillPackage.Files(await BlobAsync(manifest.Content!, SkillArchive.MostUnpacked, cancellationToken));

    /// <summary>What describes a skill; null where the package has no description, or one of another kind.</summary>
    public async Task<SkillPackageConfig?> ConfigAsync(RegistryManifest manifest, CancellationToken cancellationToken)
    {
        if (manifest.Config is not { MediaType: SkillMediaTypes.Config } config)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<SkillPackageConfig>(await BlobAsync(config, MostConfig, cancellationToken), LegatorJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Puts a skill into the repository, under the tag of the reference.</summary>
    /// <returns>Digest of its manifest.</returns>
    public async Task<string> PushAsync(SkillPackage package, CancellationToken cancellationToken)
    {
        await PushBlobAsync(package.ConfigBlob, cancellationToken);
        await PushBlobAsync(package.Content, cancellationToken);
        using var response = await _session.SendAsync(() => Put(Address($"manifests/{reference.Tag}"), package.Manifest, SkillMediaTypes.Manifest), cancellationToken);
        Require(response, HttpStatusCode.Created, reference.ToString());
        return package.Digest;
    }

    private async Task PushBlobAsync(byte[] blob, CancellationToken cancellationToken)
    {
        var digest = RegistryDescriptor.DigestOf(blob);
        using var head = await _session.SendAsync(() => new HttpRequestMessage(HttpMethod.Head, Address($"blobs/{digest}")), cancellationToken);
        if (head.StatusCode == HttpStatusCode.OK)
        {
            return;
        }

        using var start = await _session.SendAsync(() => new HttpRequestMessage(HttpMethod.Post, Address("blobs/uploads/")), cancellationToken);
        Require(start, HttpStatusCode.Accepted, reference.Repository);
        var place = start.Headers.Location is { } location ? new Uri(_session.Base, location) : throw SkillSourceException.Refusing($"{reference.Host} names no place to send to");
        connections.Check(place);
        var end = new UriBuilder(place) { Query = $"{place.Query.TrimStart('?')}{(place.Query.Length > 1 ? "&" : "")}digest={Uri.EscapeDataString(digest)}" }.Uri;
        using var put = await _session.SendAsync(() => Put(end, blob, "application/octet-stream"), cancellationToken);
        Require(put, HttpStatusCode.Created, reference.Repository);
    }

    private async Task<byte[]> BlobAsync(RegistryDescriptor blob, long most, CancellationToken cancellationToken)
    {
        if (!RegistryReference.IsDigest(blob.Digest) || blob.Size < 0 || blob.Size > most)
        {
            throw SkillSourceException.Refusing($"the manifest names content without a SHA-256 digest, or larger than {most / 1024} KiB");
        }

        using var response = await _session.SendAsync(() => Get($"blobs/{blob.Digest}", "*/*"), cancellationToken);
        Require(response, HttpStatusCode.OK, $"{reference.Repository}@{blob.Digest}");
        var content = await ReadAsync(response, blob.Size, "the content, against what the manifest says,", cancellationToken);
        return content.Length == blob.Size && RegistryDescriptor.DigestOf(content) == blob.Digest
            ? content
            : throw SkillSourceException.Refusing($"{reference.Host} answers for {blob.Digest} with other content");
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, long most, string what, CancellationToken cancellationToken)
    {
        try
        {
            return await BoundedBody.ReadAsync(response.Content, most, what, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new SkillSourceException($"{reference.Host} ends its answer too early ({e.Message})");
        }
    }

    private RegistryManifest Parse(byte[] body)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<RegistryManifest>(body, LegatorJson.Options);
            return manifest is { SchemaVersion: 2, Layers: not null } && (manifest.MediaType ?? SkillMediaTypes.Manifest) == SkillMediaTypes.Manifest && manifest.Layers.All(layer => layer is not null) && manifest.Content is not null
                ? manifest
                : throw SkillSourceException.Refusing($"{reference} is no skill: its manifest names no layer of type {SkillMediaTypes.Content}");
        }
        catch (JsonException)
        {
            throw SkillSourceException.Refusing($"{reference.Host} answers with something that is no manifest");
        }
    }

    private void Require(HttpResponseMessage response, HttpStatusCode expected, string what)
    {
        if (response.StatusCode == expected)
        {
            return;
        }

        throw response.StatusCode switch
        {
            HttpStatusCode.NotFound => SkillSourceException.Refusing($"{reference.Host} has no {what}"),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => SkillSourceException.Refusing($"{reference.Host} refuses {what} (HTTP {(int)response.StatusCode}): {(credential is { NamesSomebody: true } ? "correct the credential, or let it in there" : "no credential is given")}"),
            _ => new SkillSourceException($"{reference.Host} answers HTTP {(int)response.StatusCode} for {what}"),
        };
    }

    private HttpRequestMessage Get(string path, params string[] accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Address(path));
        foreach (var type in accept)
        {
            request.Headers.Accept.ParseAdd(type);
        }

        return request;
    }

    private static HttpRequestMessage Put(Uri address, byte[] content, string mediaType) => new(HttpMethod.Put, address)
    {
        Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
    };

    private Uri Address(string path) => new(_session.Base, $"v2/{reference.Repository}/{path}");
}
