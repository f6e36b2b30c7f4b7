using Legator.LocalCluster.Access;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Evictions;
using Legator.LocalCluster.Reads;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Watching;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Server;

/// <summary>Takes a request for a resource to the handler that serves it.</summary>
internal sealed class ResourceRouter(
    ReadHandler reads, WatchHandler watches, WriteHandler writes, PatchHandler patches, DeleteHandler deletes, ScaleHandler scales,
    PodLogHandler logs, EvictionHandler evictions, ReviewHandler reviews, TokenRequestHandler tokens)
{
    public Task RouteAsync(ApiRequest request, string verb)
    {
        RequireScope(request);
        if (request.Kind.CreateOnly)
        {
            return verb == "create" ? reviews.CreateAsync(request) : throw ApiErrors.MethodNotAllowed();
        }

        string subresource = request.Target.Subresource;
        bool known = subresource.Length == 0
            || (subresource == "status" && request.Kind.HasStatus) || (subresource == "finalize" && request.Kind.Collection == "namespaces");
        return known ? Plain(request, verb) : Special(request, verb, subresource);
    }

    private Task Plain(ApiRequest request, string verb) => verb switch
    {
        "get" => reads.GetAsync(request),
        "list" => reads.ListAsync(request),
        "watch" => watches.RunAsync(request),
        "create" => request.Kind.Namespaced && request.Namespace.Length == 0 ? throw ApiErrors.MethodNotAllowed() : writes.CreateAsync(request),
        "update" => request.Name.Length == 0 ? throw ApiErrors.MethodNotAllowed() : writes.UpdateAsync(request),
        "patch" => request.Name.Length == 0 ? throw ApiErrors.MethodNotAllowed() : patches.PatchAsync(request),
        "delete" when request.Target.Subresource.Length == 0 => deletes.DeleteAsync(request),
        "deletecollection" => deletes.DeleteCollectionAsync(request),
        _ => throw ApiErrors.MethodNotAllowed(),
    };

    private Task Special(ApiRequest request, string verb, string subresource) => (request.Kind.Collection, subresource, verb) switch
    {
        (_, "scale", "get") when request.Kind.Scale is not null => scales.GetAsync(request),
        (_, "scale", "update") when request.Kind.Scale is not null => scales.UpdateAsync(request),
        (_, "scale", "patch") when request.Kind.Scale is not null => scales.PatchAsync(request),
        ("pods", "log", "get") => logs.GetAsync(request),
        ("pods", "eviction", "create") => evictions.CreateAsync(request),
        ("serviceaccounts", "token", "create") => tokens.CreateAsync(request),
        _ when request.Kind.Custom is not null => throw ApiErrors.NotFound(request.Kind, request.Name),
        _ => throw ApiErrors.NoSuchResource(),
    };

    private static void RequireScope(ApiRequest request)
    {
        bool named = request.Name.Length > 0;
        bool fits = request.Kind.Namespaced ? request.Namespace.Length > 0 || !named : request.Namespace.Length == 0;
        if (!fits)
        {
            throw ApiErrors.NoSuchResource();
        }
    }
}
