using System.Text.Json;
using Legator.LocalCluster.Access;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Server;

/// <summary>The door of the API: who is it, what do they want, may they, and then the handler. Every failure becomes a Status.</summary>
internal sealed partial class RequestDispatcher(
    KindRegistry registry, Authenticator authenticator, Authorizer authorizer, ResourceRouter router, PathHandler paths, ILogger<RequestDispatcher> logger)
{
    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            await DispatchAsync(http).ConfigureAwait(false);
        }
        catch (ApiException error)
        {
            await FailAsync(http, error).ConfigureAwait(false);
        }
        catch (BadHttpRequestException error)
        {
            await FailAsync(http, error.StatusCode == 413 ? ApiErrors.TooLarge(RequestBody.Limit) : ApiErrors.BadRequest(error.Message)).ConfigureAwait(false);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            await FailAsync(http, ApiErrors.BadRequest(error.Message)).ConfigureAwait(false);
        }
        catch (Exception error) when (http.RequestAborted.IsCancellationRequested || error is OperationCanceledException)
        {
            // The client has left; there is nobody to answer.
        }
        catch (Exception error)
        {
            Log.Failed(logger, error, http.Request.Method, http.Request.Path.Value ?? "");
            await FailAsync(http, ApiErrors.Internal("the request failed; the server's log says why")).ConfigureAwait(false);
        }
    }

    private Task DispatchAsync(HttpContext http)
    {
        string path = http.Request.Path.Value ?? "/";
        if (PathHandler.IsOpen(path))
        {
            return paths.ServeAsync(http, path);
        }

        ApiUser user = authenticator.Identify(http.Request.Headers.Authorization.ToString()) ?? throw ApiErrors.Unauthorized();
        if (http.Request.Headers.ContainsKey("Impersonate-User") || http.Request.Headers.ContainsKey("Impersonate-Group"))
        {
            user = Impersonation.Apply(http, user, authorizer);
        }

        RequestTarget? target = RequestTarget.Parse(path);
        if (target is null || !target.IsResource)
        {
            return PlainPath(http, path, user);
        }

        string verb = RequestVerb.Of(http.Request, target);
        string ns = target.Plural == "namespaces" && target.Namespace.Length == 0 ? target.Name : target.Namespace;
        Require(user, new AccessAttributes(verb, target.Group, target.Plural, target.Subresource, ns, target.Name));
        ResourceKind? kind = registry.Current.Find(target.Group, target.Version, target.Plural);
        if (kind is null)
        {
            // Known groups answer in their own format, unknown ones as a web server does; clients read more out of the first.
            return BuiltinKinds.All.Any(k => k.Group == target.Group) ? throw ApiErrors.NoSuchResource() : Respond.TextAsync(http, 404, "404 page not found\n");
        }

        ApiRequest request = new(http, target, kind, user);
        if (kind.Custom?.DeprecationWarning is { } warning)
        {
            http.Response.Headers.Append("Warning", $"299 - \"{warning}\"");
        }

        return router.RouteAsync(request, verb);
    }

    private Task PlainPath(HttpContext http, string path, ApiUser user)
    {
        AccessAttributes wanted = AccessAttributes.ForPath(RequestVerb.ForPath(http.Request.Method), path);
        if (!authorizer.Allows(user, wanted))
        {
            throw new ApiException(403, "Forbidden", "forbidden: " + Denial.Text(user, wanted)) { EmptyDetails = true };
        }

        return paths.ServeAsync(http, path);
    }

    private void Require(ApiUser user, AccessAttributes wanted)
    {
        if (!authorizer.Allows(user, wanted))
        {
            throw ApiErrors.Forbidden(wanted.Group, wanted.Resource, wanted.Name, Denial.Text(user, wanted));
        }
    }

    private static async Task FailAsync(HttpContext http, ApiException error)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        await Respond.ErrorAsync(http, error).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed")]
        public static partial void Failed(ILogger logger, Exception error, string method, string path);
    }
}
