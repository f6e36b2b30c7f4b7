using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Legator.Core.Resources.Environments;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Mcp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>Plays scenarios of the protocol's own conformance suite against the product's client: discovery, gate and call, as a run makes them.</summary>
internal static partial class ConformanceSuite
{
    // The suite holds a reconnection against the clock, which a busy machine may miss: the client is wrong when it misses it every time.
    private const int MostTakes = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task PlayAsync(string scenario, string package = NpmPackages.Conformance)
    {
        await using var driver = await StartAsync();
        var (code, said) = await TakeAsync(driver, scenario, package);
        for (var take = 1; code != 0 && said.Contains("Client reconnected", StringComparison.Ordinal) && take < MostTakes; take++)
        {
            (code, said) = await TakeAsync(driver, scenario, package);
        }

        code.ShouldBe(0, said);
    }

    private static async Task<(int Code, string Said)> TakeAsync(WebApplication driver, string scenario, string package)
    {
        var suite = NpmPackages.File(package, "dist/index.js");
        var here = Path.GetDirectoryName(Here())!;
        var client = Path.Combine(here, "conformance-client.mjs");
        var timeout = Patience.TotalMilliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string[] line = ["--import", Path.Combine(here, "conformance-on-node-20.mjs"), suite, "client", "--command", $"node {client}", "--scenario", scenario, "--timeout", timeout];
        var start = new ProcessStartInfo("node", line) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["LEGATOR_CONFORMANCE_DRIVER"] = driver.Urls.Single();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var problems = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, $"{await said}\n{await problems}");
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var url = (await reader.ReadToEndAsync()).Trim();
            await using var run = new McpRun(new McpServerSpec { Endpoint = url, Elicitation = McpElicitation.AcceptDefaults, Oauth = await SignInAsync(url, context.Request.Query) }, new McpOptions { DiscoveryTimeout = Patience });
            run.Scope = run.Scope with { Credentials = Client(context.Request.Query) };
            await run.DiscoverAsync();
            var said = new List<string>([$"{run.Found.Version}: {run.Found.Problem}"]);
            foreach (var tool in run.Tools.Declarations)
            {
                var result = await run.CallAsync(tool.Name["mcp.s.".Length..], Arguments(tool));
                said.Add($"{tool.Name}: {result.Text}");
            }

            context.Response.StatusCode = run.Found.Problem is null ? 200 : 500;
            await context.Response.WriteAsync(string.Join('\n', said));
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>The suite's authorization server has a new port each time, so the test names it as people would in an environment.</summary>
    private static async Task<McpOAuthSpec?> SignInAsync(string url, IQueryCollection asked)
    {
        if (asked["scenario"].ToString() is var scenario && !scenario.StartsWith("auth/", StringComparison.Ordinal))
        {
            return null;
        }

        using var http = new HttpClient();
        using var refused = await http.PostAsync(url, new StringContent("{}"));
        var said = refused.Headers.WwwAuthenticate.ToString();
        string[] places = [.. Quoted().Matches(said).Select(m => m.Groups[1].Value), new Uri(new Uri(url), "/.well-known/oauth-protected-resource/mcp").AbsoluteUri, new Uri(new Uri(url), "/.well-known/oauth-protected-resource").AbsoluteUri];
        var servers = new List<string>();
        foreach (var place in places)
        {
            using var answer = await http.GetAsync(place);
            if (answer.IsSuccessStatusCode && JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.TryGetProperty("authorization_servers", out var named))
            {
                servers.AddRange(named.EnumerateArray().Select(n => n.GetString()!));
                break;
            }
        }

        // Where a tenant's metadata say that they are of the whole server, as those of the older suite do, people would name that too.
        string[] others = [.. servers.Where(s => new Uri(s).Authority != new Uri(url).Authority).SelectMany(s => new[] { s, new Uri(s).GetLeftPart(UriPartial.Authority) }).Distinct()];
        var clients = Client(asked);
        return new McpOAuthSpec
        {
            Servers = others,
            Credential = clients.ContainsKey("client") ? "client" : null,
            Identity = clients.ContainsKey("identity") ? new McpOAuthIdentitySpec { Server = Text(Context(asked), "idp_issuer")!, Credential = "identity" } : null,
            ClientMetadata = "https://conformance-test.local/client-metadata.json",
        };
    }

    private static Dictionary<string, ICredentialHandle> Client(IQueryCollection asked)
    {
        var said = Context(asked);
        return new[]
        {
            Credential("client", ("client-id", Text(said, "client_id")), ("client-secret", Text(said, "client_secret")), ("private-key", Text(said, "private_key_pem"))),
            Credential("identity", ("client-id", Text(said, "idp_client_id")), ("id-token", Text(said, "idp_id_token"))),
        }.OfType<ICredentialHandle>().ToDictionary(c => c.Name);
    }

    private static SecretCredential? Credential(string name, params (string Field, string? Value)[] fields) =>
        fields[0].Value is null ? null : new(name, CredentialType.OAuthClient, fields.Where(f => f.Value is not null).ToDictionary(f => f.Field, f => f.Value!));

    private static JsonElement Context(IQueryCollection asked) => JsonDocument.Parse(asked["context"].ToString() is { Length: > 0 } context ? context : "{}").RootElement;

    private static string? Text(JsonElement said, string name) => said.TryGetProperty(name, out var value) ? value.GetString() : null;

    [GeneratedRegex("resource_metadata=\"([^\"]+)\"")]
    private static partial Regex Quoted();

    private static Dictionary<string, object> Arguments(ToolDeclaration tool) =>
        tool.Schema.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.TryGetProperty("type", out var type) && type.GetString() == "number" ? (object)5 : "text");

    private static string Here([CallerFilePath] string path = "") => path;
}
