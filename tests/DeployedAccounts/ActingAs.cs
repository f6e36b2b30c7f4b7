using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.Tests.DeployedAccounts;

/// <summary>
/// An API server as one of its accounts sees it, where the server gives out no tokens: every request goes on as the admin who acts as that account, and its rights are the account's. A
/// request in the name of another account goes on in that name, where the account may act as it.
/// </summary>
internal sealed class ActingAs : IAsyncDisposable
{
    private readonly WebApplication app;

    private ActingAs(WebApplication app) => this.app = app;

    /// <param name="kubeconfig">Of the admin.</param>
    /// <param name="account">Name of the account as the API server says it.</param>
    /// <param name="path">Where a kubeconfig of the account is written.</param>
    /// <param name="seen">Is told of what the account itself asked for, and the answer's status.</param>
    public static async Task<ActingAs> StartAsync(string kubeconfig, string account, string path, Action<HttpRequest, int>? seen = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var (http, server) = AdminClient.Of(kubeconfig);
        app.Lifetime.ApplicationStopped.Register(http.Dispose);
        app.Run(context => ForwardAsync(context, http, server, account, seen));
        await app.StartAsync();
        var url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await File.WriteAllTextAsync(path, $$"""
            apiVersion: v1
            kind: Config
            current-context: t
            clusters: [{name: t, cluster: {server: "{{url}}"} }]
            contexts: [{name: t, context: {cluster: t, user: u} }]
            users: [{name: u, user: {token: unused} }]
            """);
        return new ActingAs(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task ForwardAsync(HttpContext context, HttpClient http, Uri server, string account, Action<HttpRequest, int>? seen)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(server, $"{context.Request.Path}{context.Request.QueryString}"));
        var other = (string?)context.Request.Headers["Impersonate-User"];
        if (other is not null && !await MayActAsAsync(http, server, account, other))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsJsonAsync(new { kind = "Status", apiVersion = "v1", status = "Failure", reason = "Forbidden", code = 403, message = $"{account} cannot impersonate {other}" });
            return;
        }

        request.Headers.Add("Impersonate-User", other ?? account);
        request.Headers.TryAddWithoutValidation("Accept", context.Request.Headers.Accept.ToString());
        if (context.Request.ContentType is { } type)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            if (other is null)
            {
                seen?.Invoke(context.Request, context.Response.StatusCode);
            }

            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await using var body = await answer.Content.ReadAsStreamAsync(context.RequestAborted);
            var buffer = new byte[16384];
            while (await body.ReadAsync(buffer, context.RequestAborted) is > 0 and var count)
            {
                await context.Response.Body.WriteAsync(buffer.AsMemory(0, count), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader of a watch went away.
        }
    }

    private static async Task<bool> MayActAsAsync(HttpClient http, Uri server, string account, string other)
    {
        if (other.Split(':') is not ["system", "serviceaccount", var place, var name])
        {
            return false;
        }

        var review = new JsonObject
        {
            ["apiVersion"] = "authorization.k8s.io/v1",
            ["kind"] = "SubjectAccessReview",
            ["spec"] = new JsonObject { ["user"] = account, ["resourceAttributes"] = new JsonObject { ["verb"] = "impersonate", ["resource"] = "serviceaccounts", ["namespace"] = place, ["name"] = name } },
        };
        using var answer = await http.PostAsJsonAsync(new Uri(server, "/apis/authorization.k8s.io/v1/subjectaccessreviews"), review);
        return (bool?)(await answer.Content.ReadFromJsonAsync<JsonObject>())?["status"]?["allowed"] == true;
    }
}
