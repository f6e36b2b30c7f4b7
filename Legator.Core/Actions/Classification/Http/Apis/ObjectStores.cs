namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Object stores and databases of the clouds that speak HTTP: whatever is not a read there writes or removes data.</summary>
internal static class ObjectStores
{
    private static readonly string[] Domains =
    [
        "storage.googleapis.com", "storage.cloud.google.com", "blob.core.windows.net", "dfs.core.windows.net", "file.core.windows.net", "queue.core.windows.net", "table.core.windows.net",
        "documents.azure.com", "digitaloceanspaces.com", "r2.cloudflarestorage.com", "backblazeb2.com", "wasabisys.com", "linodeobjects.com", "vultrobjects.com", "scw.cloud", "your-objectstorage.com",
        "firebaseio.com", "firestore.googleapis.com", "bigtable.googleapis.com", "datastore.googleapis.com", "min.io", "storjshare.io", "cloud-object-storage.appdomain.cloud", "clouddrive.com", "supabase.co",
    ];

    /// <summary>True when the request goes to a store of data.</summary>
    public static bool IsFor(ApiRequest request) =>
        IsHost(request.Host) || IsSigned(request.Call.Target.Url.Query)
        || request.Begins("storage", "v1", "b") || request.Begins("upload", "storage", "v1")
        || (request.Parts is ["v1", var account, ..] && account.StartsWith("auth_", StringComparison.Ordinal));

    /// <summary>True when the name of the host is that of a store of data.</summary>
    /// <param name="host">The name, lower-case, without a dot at its end.</param>
    public static bool IsHost(string host)
    {
        foreach (var domain in Domains)
        {
            if (IsUnder(host, domain))
            {
                return true;
            }
        }

        return (host.Contains("amazonaws.com", StringComparison.Ordinal) && (HasLabel(host, "s3") || HasLabel(host, "dynamodb")))
            || (IsUnder(host, "aliyuncs.com") && host.Contains("oss-", StringComparison.Ordinal))
            || (IsUnder(host, "myqcloud.com") && HasLabel(host, "cos"))
            || (IsUnder(host, "myhuaweicloud.com") && HasLabel(host, "obs"))
            || (IsUnder(host, "oraclecloud.com") && host.StartsWith("objectstorage", StringComparison.Ordinal))
            || IsByName(host);
    }

    private static bool IsUnder(string host, string domain) => host.EndsWith(domain, StringComparison.Ordinal) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');

    // A link that was signed for one object, whatever the name of the host.
    private static bool IsSigned(string query) =>
        query.Length > 1
        && (query.Contains("X-Amz-Signature=", StringComparison.OrdinalIgnoreCase) || query.Contains("X-Goog-Signature=", StringComparison.OrdinalIgnoreCase) || query.Contains("uploadId=", StringComparison.Ordinal)
            || query is "?delete" or "?delete=" || query.StartsWith("?delete&", StringComparison.Ordinal) || (query.Contains("sig=", StringComparison.Ordinal) && query.Contains("se=", StringComparison.Ordinal)));

    // s3.example.com, minio.example.com: the name says what it is.
    private static bool IsByName(string host)
    {
        var label = host[..Math.Max(host.IndexOf('.', StringComparison.Ordinal), 0)];
        return label is "s3" or "minio" or "ceph" or "rgw" or "swift" or "objects" or "objectstore" or "object-store" or "storage" or "gcs" or "blob" or "blobs" or "buckets"
            || label.StartsWith("s3-", StringComparison.Ordinal) || label.StartsWith("minio", StringComparison.Ordinal) || host.Contains(".s3.", StringComparison.Ordinal) || label.EndsWith("-s3", StringComparison.Ordinal);
    }

    private static bool HasLabel(string host, string label)
    {
        foreach (var range in host.AsSpan().Split('.'))
        {
            var part = host.AsSpan()[range];
            if (part.StartsWith(label) && (part.Length == label.Length || part[label.Length] == '-'))
            {
                return true;
            }
        }

        return false;
    }
}
