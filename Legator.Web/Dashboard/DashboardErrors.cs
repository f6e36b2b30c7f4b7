using Legator.Backends.Kubernetes;
using Legator.Core.Runs;
using Legator.Web.Api;
using Legator.Web.Dashboard.Parts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Legator.Web.Dashboard;

/// <summary>Shows people a page in place of an empty answer: nothing there, not available now, or failed.</summary>
internal sealed partial class DashboardErrors(RequestDelegate next, ILogger<DashboardErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: 404, ContentType: null } && AcceptsHtml(context))
            {
                await ShowAsync(context, 404, "Nothing here", $"There is no page {context.Request.Path}.");
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader is gone; there is nobody to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await ShowAsync(context, e);
        }
    }

    private Task ShowAsync(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case ApiException { Status: var status, Message: var message }:
                return ShowAsync(context, status, status == 404 ? "Not found" : "That did not work", message);
            case AntiforgeryValidationException or BadHttpRequestException:
                return ShowAsync(context, 400, "That did not work", "The form was too old or came from elsewhere. Go back, load the page anew and send it again.");
            case ClusterException { IsTransient: true }:
                return ShowAsync(context, 503, "Not available now", "The Kubernetes API cannot answer at the moment. Load this page again in a little while.");
            case JournalUnavailableException:
                return ShowAsync(context, 503, "Not available now", "The journal cannot be read at the moment. Load this page again in a little while.");
            default:
                Log.Failed(logger, exception, context.Request.Path);
                return ShowAsync(context, 500, "This page failed", "The server's log says why.");
        }
    }

    private static async Task ShowAsync(HttpContext context, int status, string title, string message)
    {
        // What rendered the failed page cannot render a second one within the same scope.
        await using var scope = context.RequestServices.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        var page = new RazorComponentResult<Trouble>(new Dictionary<string, object?> { [nameof(Trouble.Title)] = title, [nameof(Trouble.Message)] = message })
        {
            StatusCode = status,
        };
        await page.ExecuteAsync(context);
    }

    private static bool AcceptsHtml(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static partial class Log
    {
        [LoggerMessage(7030, LogLevel.Error, "The page {Path} failed")]
        public static partial void Failed(ILogger logger, Exception e, string path);
    }
}
