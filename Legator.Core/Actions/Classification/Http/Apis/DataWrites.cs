using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Paths of well-known APIs at which a write changes or removes data.</summary>
internal static class DataWrites
{
    private static readonly FrozenSet<string> Underscored = FrozenSet.ToFrozenSet(
        ["_delete_by_query", "_update_by_query", "_bulk", "_update", "_doc", "_create", "_reindex", "_restore", "_bulk_docs", "_purge", "_purged_infos_limit", "_rollup", "_ilm", "_slm", "_replicate", "_all"]);

    /// <summary>What is data wherever it is deleted.</summary>
    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(
        ("databases database dbs tables table buckets bucket snapshots snapshot volumes volume disks disk backups backup persistentvolumeclaims persistentvolumes namespaces blobs blob collections collection "
        + "documents objects indices indexes topics keyspaces kv datasets dataset filesystems file-systems shares repositories archives dbinstances dbclusters storageaccounts servers-sql sqlservers managedinstances "
        + "vaults secrets keys realms records streams queues databaseaccounts flexibleservers virtualharddisks images-blobs _data_stream _snapshot _index _all statefulsets schemas measurements "
        + "cryptokeys instances-sql tenants mailboxes cacheclusters redis volumesnapshots volumesnapshotcontents persistent-volumes storageclasses customresourcedefinitions").Split(' '));

    private static readonly string[][] Tails =
    [
        ["api", "v1", "admin", "tsdb", "delete_series"], ["api", "v1", "admin", "tsdb", "clean_tombstones"], ["loki", "api", "v1", "delete"], ["v3", "kv", "put"], ["v3", "kv", "deleterange"], ["v3", "kv", "txn"],
        ["v3", "kv", "compaction"], ["v3", "lease", "revoke"], ["volumes", "prune"], ["api", "v2", "delete"], ["api", "v2", "write"], ["api", "v3", "write_lp"], ["points", "delete"], ["points", "payload"], ["queues", "*", "contents"],
        ["update"], ["update", "json"], ["dataimport"], ["write"], ["v1", "txn"], ["documents", "delete-batch"], ["documents", "delete"], ["_snapshot", "*", "*", "_restore"],
    ];

    /// <summary>Why the request would change data; null when nothing says so.</summary>
    /// <param name="request">A request that is no read.</param>
    public static string? Why(ApiRequest request)
    {
        if (ObjectStores.IsFor(request))
        {
            return "writes or removes data in a store";
        }

        foreach (var part in request.Parts)
        {
            if (Underscored.Contains(part))
            {
                return $"{part} changes documents";
            }
        }

        return request.Call.Method == "DELETE" ? OfDelete(request) : OfWrite(request);
    }

    private static string? OfWrite(ApiRequest request)
    {
        if (request.Begins("v1", "kv") || request.Begins("v2", "keys") || (request.Begins("solr") && request.Last == "update"))
        {
            return "writes keys or documents";
        }

        foreach (var tail in Tails)
        {
            // A bare "update" or "write" belongs to a database only at the ports of one.
            if (request.Ends(tail) && (tail.Length > 1 || IsDatabasePort(request)))
            {
                return $"{request.Last} changes data";
            }
        }

        return IsDatabasePort(request) && request.Call.Body is { } body && StatementWords.Writes(body) ? "sends a statement that writes" : null;
    }

    private static string? OfDelete(ApiRequest request)
    {
        if (IsSearchEngine(request))
        {
            return "removes an index or documents";
        }

        foreach (var part in request.Parts)
        {
            if (Nouns.Contains(part) && !IsKeptByOwner(request, part))
            {
                return $"removes {part}";
            }
        }

        return request.Begins("v2", "keys") || IsClusterData(request) || IsImage(request) || IsVaultData(request) || IsRepository(request) || IsDatabasePort(request) || request.Call.Target.Url.Query.Contains("v=1", StringComparison.Ordinal) && request.Begins("*", "containers")
            ? "removes data" : null;
    }

    // namespaces/x/pods/y removes the pod, not the namespace; the same for what a database or repository lists.
    private static bool IsKeptByOwner(ApiRequest request, string part) =>
        part is "namespaces" && (request.Begins("api") || request.Begins("apis")) && Array.IndexOf(request.Parts, part) is var at && request.Parts.Length > at + 2
        && !request.Parts.AsSpan(at + 2).ContainsAny(System.Buffers.SearchValues.Create(["persistentvolumeclaims", "secrets", "statefulsets", "volumesnapshots"], StringComparison.Ordinal));

    // Images of a registry: /v2/shop/web/manifests/v1; and what clouds make machines and disks of.
    private static bool IsImage(ApiRequest request) => (request.Parent == "images" && (request.IsUnder("hetzner.cloud") || request.IsUnder("digitalocean.com") || request.IsUnder("linode.com") || request.IsUnder("googleapis.com")))
        || request.Begins("v2") && request.Parts.Length > 3 && request.Parent is "manifests" or "blobs";

    // Custom objects of a cluster: /apis/postgresql.cnpg.io/v1/namespaces/db/clusters/main.
    private static bool IsClusterData(ApiRequest request)
    {
        var at = request.Parts.Length > 5 && request.Parts[3] == "namespaces" ? 5 : 3;
        return request.Begins("apis", "*", "*") && request.Parts.Length > at && Kubernetes.DataKinds.Contains(new Kubernetes.KubernetesKind(request.Parts[1], request.Parts[at], request.Parts[at]));
    }

    private static bool IsVaultData(ApiRequest request) => request.Begins("v1", "*", "*", "*") && request.Parts[2] is "data" or "metadata" or "destroy" or "undelete";

    private static bool IsRepository(ApiRequest request) =>
        (request.Begins("repos", "*", "*") && request.Parts.Length == 3) || request.Begins("api", "v3", "repos", "*", "*") && request.Parts.Length == 5
        || request.Begins("api", "v4", "projects", "*") && (request.Parts.Length == 4 || (request.Parts.Length == 5 && request.Call.Target.Url.AbsolutePath.Contains("%2f", StringComparison.OrdinalIgnoreCase))) || request.Begins("admin", "realms", "*");

    private static bool IsSearchEngine(ApiRequest request) =>
        request.Call.Target.Url.Port is 9200 or 9201
        || request.Host.StartsWith("es.", StringComparison.Ordinal) || request.Host.Contains("elastic", StringComparison.Ordinal) || request.Host.Contains("opensearch", StringComparison.Ordinal)
        || request.IsUnder("es.amazonaws.com");

    private static bool IsDatabasePort(ApiRequest request) =>
        request.Call.Target.Url.Port is 8086 or 8123 or 8983 or 5984 or 7474 or 8529 or 8093 or 2379 or 8428 or 6333 or 7700 or 8108;
}
