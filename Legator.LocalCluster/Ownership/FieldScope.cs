namespace Legator.LocalCluster.Ownership;

/// <summary>Which parts of an object a door may own: nobody owns what the server writes, and status has its own door.</summary>
internal static class FieldScope
{
    public static bool InRoot(string field, string subresource, bool hasStatus) => field switch
    {
        "apiVersion" or "kind" => false,
        "status" => subresource == "status" || !hasStatus,
        _ => subresource != "status",
    };

    public static bool InMetadata(string field) => field is not (
        "name" or "namespace" or "creationTimestamp" or "deletionTimestamp" or "deletionGracePeriodSeconds" or "selfLink" or "uid" or "clusterName"
        or "generation" or "managedFields" or "resourceVersion");
}
