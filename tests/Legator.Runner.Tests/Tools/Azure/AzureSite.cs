using System.Collections.Concurrent;
using Legator.Runner.Tests.Tools.Http;
using Microsoft.AspNetCore.Http;

namespace Legator.Runner.Tests.Tools.Azure;

/// <summary>Stands in for Azure's login and for Azure Resource Manager: gives a token to the principal that it knows, and answers nobody without it.</summary>
internal sealed class AzureSite : IAsyncDisposable
{
    public const string Subscription = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Client = "99999999-8888-7777-6666-555555555555";
    public const string Token = "token-of-the-principal";

    private TlsSite _site = null!;

    /// <summary>Requests to the resource manager that had the token.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public int Logins { get; private set; }

    public Func<string, (int Status, string Text)> Answer { get; set; } = _ => (200, """{"value":[{"name":"web-1"}]}""");

    /// <summary>Answers instead where it gives a task; told whether it is the login.</summary>
    public Func<HttpContext, bool, Task?> Broken { get; set; } = (_, _) => null;

    public static async Task<AzureSite> StartAsync()
    {
        var site = new AzureSite();
        site._site = await TlsSite.StartAsync(site.AnswerAsync);
        return site;
    }

    /// <summary>The fields of a credential that it takes.</summary>
    public IReadOnlyList<(string Field, string Value)> Fields =>
    [
        ("tenant-id", Tenant), ("client-id", Client), ("client-secret", "canary-secret"), ("subscription-id", Subscription),
        ("authority", _site.Address.AbsoluteUri), ("endpoint", _site.Address.AbsoluteUri), ("ca.crt", _site.Authority),
    ];

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var login = context.Request.Path.Value!.EndsWith("/token", StringComparison.Ordinal);
        if (Broken(context, login) is { } broken)
        {
            await broken;
            return;
        }

        context.Response.ContentType = "application/json";
        var (status, text) = login ? await LoginAsync(context.Request) : Manage(context.Request);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(text);
    }

    private async Task<(int, string)> LoginAsync(HttpRequest request)
    {
        Logins++;
        var form = await request.ReadFormAsync();
        var known = request.Path == $"/{Tenant}/oauth2/v2.0/token" && form["grant_type"] == "client_credentials" && form["client_id"] == Client && form["client_secret"] == "canary-secret" && form["scope"].ToString().EndsWith("/.default", StringComparison.Ordinal);
        return known
            ? (200, $$"""{"token_type":"Bearer","expires_in":3599,"access_token":"{{Token}}"}""")
            : (401, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided.","error_codes":[7000215]}""");
    }

    private (int, string) Manage(HttpRequest request)
    {
        if (request.Headers.Authorization != $"Bearer {Token}")
        {
            return (401, """{"error":{"code":"InvalidAuthenticationToken","message":"The access token is invalid."}}""");
        }

        var call = $"{request.Method} {request.Path}{request.QueryString}";
        Calls.Enqueue(call);
        return Answer(call);
    }
}
