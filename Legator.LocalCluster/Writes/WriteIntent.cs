using Legator.LocalCluster.Access;
using Legator.LocalCluster.Requests;

namespace Legator.LocalCluster.Writes;

/// <summary>On whose behalf and through which door an object is written.</summary>
/// <param name="Manager">The field manager.</param>
/// <param name="ApiVersion">The version in which the fields were given.</param>
/// <param name="Subresource">Empty for the object itself.</param>
/// <param name="DryRun">Whether to stop before storing.</param>
internal sealed record WriteIntent(string Manager, string ApiVersion, string Subresource, bool DryRun)
{
    /// <summary>The object's managers are already settled: it comes out of an apply.</summary>
    public bool Applied { get; init; }

    /// <summary>The wanted object is the live one with a patch on it.</summary>
    public bool Patches { get; init; }

    /// <summary>Who writes; null for the server itself.</summary>
    public ApiUser? User { get; init; }

    public static WriteIntent Of(ApiRequest request) =>
        new(request.FieldManager, request.Kind.ApiVersion, request.Target.Subresource, request.DryRun) {
            Patches = request.Http.Request.Method == "PATCH",
            User = request.User,
        };

    /// <summary>The server itself writes (garbage collection, namespace cleanup).</summary>
    public static WriteIntent Server(string apiVersion, string subresource = "") => new("legator-local-cluster", apiVersion, subresource, false);
}
