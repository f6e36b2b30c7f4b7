namespace Legator.LocalCluster.OpenApi;

/// <summary>The types of query and path parameters.</summary>
internal static class QueryTypes
{
    public static string Of(string parameter) => parameter switch
    {
        "allowWatchBookmarks" or "force" or "orphanDependents" or "sendInitialEvents" or "watch" => "boolean",
        "gracePeriodSeconds" or "limit" or "timeoutSeconds" => "integer",
        _ => "string",
    };
}
