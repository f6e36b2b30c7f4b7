using System.Runtime.CompilerServices;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.OpenApi;

namespace Legator.LocalCluster.Discovery;

/// <summary>Serves the API descriptions of the current catalog.</summary>
internal sealed class OpenApiHandler(KindRegistry registry, string version)
{
    private const string V3Prefix = "/openapi/v3/";
    private readonly ConditionalWeakTable<KindCatalog, OpenApiDocuments> _made = [];

    /// <summary>Answers an API description's path; false when it is none.</summary>
    public async Task<bool> TryServeAsync(HttpContext http, string path)
    {
        OpenApiContent? content = path switch
        {
            "/openapi/v2" => Current().V2(http.Request.Headers.Accept.ToString()),
            "/openapi/v3" or V3Prefix => Current().V3Index(),
            _ when path.StartsWith(V3Prefix, StringComparison.Ordinal) => Current().V3(path[V3Prefix.Length..]),
            _ => null,
        };
        if (content is null)
        {
            return false;
        }

        HttpResponse response = http.Response;
        response.Headers.ETag = content.ETag;
        response.Headers.Vary = "Accept";
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(content.ETag, StringComparison.Ordinal))
        {
            response.StatusCode = 304;
            return true;
        }

        if (http.Request.Query["hash"].ToString() == content.Hash)
        {
            response.Headers.CacheControl = "public, immutable";
            response.Headers.Expires = "Fri, 31 Dec 2100 00:00:00 GMT";
        }

        response.StatusCode = 200;
        response.ContentType = content.ContentType;
        response.ContentLength = content.Body.Length;
        await response.BodyWriter.WriteAsync(content.Body, http.RequestAborted).ConfigureAwait(false);
        return true;
    }

    private OpenApiDocuments Current() =>
        _made.GetValue(registry.Current, catalog => new OpenApiDocuments([.. catalog.All.Select(Resource)], version));

    private static OpenApiResource Resource(ResourceKind kind) => new(kind.Group, kind.Version, kind.Plural, kind.Kind, kind.Namespaced)
    {
        HasStatus = kind.HasStatus,
        HasScale = kind.Scale is not null,
        CreateOnly = kind.CreateOnly,
        IsCustom = kind.Custom is not null,
        CustomSchema = kind.Custom?.Document,
        ListKind = kind.ListKind,
    };
}
