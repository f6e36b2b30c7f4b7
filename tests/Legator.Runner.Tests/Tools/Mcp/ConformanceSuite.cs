using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Legator.Core.Resources.Environments;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>Plays scenarios of the protocol's own conformance suite against the product's client: discovery, gate and call, as a run makes them.</summary>
internal static partial class ConformanceSuite
{
    public static async Task PlayAsync(string scenario, string package = NpmPackages.Conformance)
    {
        await using var driver = await StartAsync();
        var suite = NpmPackages.File(package, "dist/index.js");
        var here = Path.GetDirectoryName(Here())!;
        var client = Path.Combine(here, "conformance-client.mjs");
        var start = new ProcessStartInfo("node", ["--import", Path.Combine(here, "conformance-on-node-20.mjs"), suite, "client", "--command", $"node {client}", "--scenario", scenario]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["LEGATOR_CONFORMANCE_DRIVER"] = driver.Urls.Single();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var problems = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{await said}\n{await problems}");
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
            await using var run = new McpRun(new McpServerSpec { Endpoint = url, Elicitation = McpElicitation.AcceptDefaults, Oauth = await SignInAsync(url, context.Request.Query) });
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
        return new McpOAuthSpec { Servers = others, Credential = Client(asked).Keys.SingleOrDefault(), ClientMetadata = "https://conformance-test.local/client-metadata.json" };
    }

    private static Dictionary<string, ICredentialHandle> Client(IQueryCollection asked) =>
        asked["context"].ToString() is { Length: > 0 } context && JsonDocument.Parse(context).RootElement is var said && said.TryGetProperty("client_id", out var id)
            ? new() { ["client"] = new SecretCredential("client", CredentialType.OAuthClient, new Dictionary<string, string> { ["client-id"] = id.GetString()!, [said.TryGetProperty("client_secret", out var proof) ? "client-secret" : "private-key"] = (proof.ValueKind == JsonValueKind.String ? proof : said.GetProperty("private_key_pem")).GetString()! }) }
            : [];

    [GeneratedRegex("resource_metadata=\"([^\"]+)\"")]
    private static partial Regex Quoted();

    private static Dictionary<string, object> Arguments(ToolDeclaration tool) =>
        tool.Schema.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.TryGetProperty("type", out var type) && type.GetString() == "number" ? (object)5 : "text");

    private static string Here([CallerFilePath] string path = "") => path;
}
