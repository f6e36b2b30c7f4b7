using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Discovery;

/// <summary>Serves discovery. Documents are made once for each catalog.</summary>
internal sealed class DiscoveryHandler(KindRegistry registry)
{
    // They live and go with their catalog, so no request can be given a document of another one.
    private readonly ConditionalWeakTable<KindCatalog, ConcurrentDictionary<string, byte[]>> _made = [];

    /// <summary>Answers a discovery path; false when it is none.</summary>
    public async Task<bool> TryServeAsync(HttpContext http, string path)
    {
        KindCatalog catalog = registry.Current;
        ConcurrentDictionary<string, byte[]> documents = _made.GetValue(catalog, _ => new(StringComparer.Ordinal));
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string aggregated = parts.Length == 1 ? AggregatedVersion(http) : "";
        if (documents.TryGetValue(path + aggregated, out byte[]? known))
        {
            await SendAsync(http, known, aggregated).ConfigureAwait(false);
            return true;
        }

        byte[]? document = Document(catalog, parts, aggregated, http);
        if (document is null)
        {
            return false;
        }

        documents[path + aggregated] = document;
        await SendAsync(http, document, aggregated).ConfigureAwait(false);
        return true;
    }

    private static byte[]? Document(KindCatalog catalog, string[] parts, string aggregated, HttpContext http) => parts switch
    {
        ["api"] => aggregated.Length > 0 ? AggregatedDiscovery.Of(catalog, core: true, aggregated) : DiscoveryDocuments.CoreVersions(http.Request.Host.Value ?? ""),
        ["apis"] => aggregated.Length > 0 ? AggregatedDiscovery.Of(catalog, core: false, aggregated) : DiscoveryDocuments.Groups(catalog),
        ["api", var version] => DiscoveryDocuments.Resources(catalog, "", version),
        ["apis", var group] => DiscoveryDocuments.Group(catalog, group),
        ["apis", var group, var version] => DiscoveryDocuments.Resources(catalog, group, version),
        _ => null,
    };

    /// <summary>The version of the aggregated form that the client takes first; empty when it takes none.</summary>
    private static string AggregatedVersion(HttpContext http)
    {
        foreach (string option in http.Request.Headers.Accept.ToString().Split(','))
        {
            if (!option.Contains("as=APIGroupDiscoveryList", StringComparison.Ordinal))
            {
                if (option.Trim().StartsWith("application/json", StringComparison.Ordinal))
                {
                    return "";
                }

                continue;
            }

            foreach (string version in (ReadOnlySpan<string>)["v2", "v2beta1"])
            {
                if (option.Split(';').Any(p => p.Trim() == "v=" + version))
                {
                    return version;
                }
            }
        }

        return "";
    }

    private static Task SendAsync(HttpContext http, byte[] document, string aggregated)
    {
        http.Response.Headers.Vary = "Accept";
        http.Response.StatusCode = 200;
        http.Response.ContentType = aggregated.Length > 0 ? $"application/json;g=apidiscovery.k8s.io;v={aggregated};as=APIGroupDiscoveryList" : "application/json";
        http.Response.ContentLength = document.Length + 1;
        http.Response.BodyWriter.Write(document);
        http.Response.BodyWriter.Write("\n"u8);
        return http.Response.BodyWriter.FlushAsync(http.RequestAborted).AsTask();
    }
}
