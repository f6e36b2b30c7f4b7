using System.Text.Json;
using Legator.Backends.Kubernetes;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Runs;
using Microsoft.AspNetCore.WebUtilities;

namespace Legator.Web.Api;

/// <summary>Turns everything that goes wrong under <c>/api</c> and <c>/webhook</c> into <c>application/problem+json</c> that a program and a person can use.</summary>
internal sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            {
                await WriteAsync(context, OfStatus(context));
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; there is nobody to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var problem = OfException(e);
            if (problem.Status == 500)
            {
                Log.Failed(logger, e, context.Request.Method, context.Request.Path);
            }

            context.Response.Clear();
            await WriteAsync(context, problem);
        }
    }

    private static ApiProblem OfException(Exception exception) => exception switch
    {
        ApiException e => New(e.Status, e.Reason, e.Message) with { Field = e.Field },
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => New(413, "BodyTooLarge", $"The body is larger than {ApiLimits.MaxBodyBytes / 1024} KiB."),
        BadHttpRequestException e => New(e.StatusCode, "BadRequest", e.Message),
        ClusterException { IsTransient: true } e => New(503, "ClusterUnavailable", $"The Kubernetes API cannot answer now ({e.Message.TrimEnd('.')}). Try again; 'legator status' shows when it is back."),
        JournalUnavailableException e => New(503, "JournalUnavailable", $"{e.Message.TrimEnd('.')}. Try again."),
        OperationCanceledException => New(503, "Stopping", "This server stops. Try again; another, or the next, will answer."),
        ClusterException { IsForbidden: true } e => New(500, "ClusterForbidden", $"The Kubernetes API refuses this to the Legator API's own account: {e.Message}"),
        ClusterException e => New(e.Code is >= 400 and < 500 ? e.Code : 500, e.Reason, e.Message),
        _ => New(500, "InternalError", "The server failed on this request; its log says why."),
    };

    private static ApiProblem OfStatus(HttpContext context) => context.Response.StatusCode switch
    {
        401 => New(401, "Unauthorized", "No valid token: send 'Authorization: Bearer TOKEN'. A local Legator keeps its token in <data-dir>/token."),
        403 => New(403, "Forbidden", "A dashboard session may read the API and not act through it: send 'Authorization: Bearer TOKEN'."),
        404 => New(404, "NotFound", $"There is no {context.Request.Path}; /openapi/v1.json lists what there is."),
        405 => New(405, "MethodNotAllowed", $"{context.Request.Method} is not possible on {context.Request.Path}."),
        var code => New(code, "BadRequest", ReasonPhrases.GetReasonPhrase(code)),
    };

    private static ApiProblem New(int status, string reason, string detail) =>
        new() { Status = status, Reason = reason, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail };

    private static Task WriteAsync(HttpContext context, ApiProblem problem)
    {
        context.Response.StatusCode = problem.Status ?? 500;
        if (problem.Status is 429 or 503)
        {
            context.Response.Headers.RetryAfter = "5";
        }

        if (problem.Status == 401 && context.Response.Headers.WWWAuthenticate.Count == 0)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"legator\"";
        }

        context.Response.ContentType = "application/problem+json";
        return JsonSerializer.SerializeAsync(context.Response.Body, problem, LegatorJson.Options, context.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(7010, LogLevel.Error, "{Method} {Path} failed")]
        public static partial void Failed(ILogger logger, Exception e, string method, string path);
    }
}
