using Legator.LocalCluster.Requests;

namespace Legator.LocalCluster.Server;

/// <summary>The verb of a request, as authorization and routing know it.</summary>
internal static class RequestVerb
{
    public static string Of(HttpRequest request, RequestTarget target) => request.Method switch
    {
        "GET" or "HEAD" when target.Name.Length > 0 => "get",
        "GET" or "HEAD" => request.Query["watch"].ToString() is "true" or "1" ? "watch" : "list",
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => target.Name.Length > 0 ? "delete" : "deletecollection",
        _ => "",
    };

    public static string ForPath(string method) => method switch
    {
        "GET" or "HEAD" => "get",
        "POST" => "post",
        "PUT" => "put",
        "PATCH" => "patch",
        "DELETE" => "delete",
        _ => method.ToLowerInvariant(),
    };
}
