using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>The protocol's own conformance suite against the product's client: discovery, gate and call, as a run makes them. Its OAuth scenarios are not played: the product signs in with credentials of its environment.</summary>
public sealed class McpConformanceTests
{
    [Theory]
    [InlineData("initialize")]
    [InlineData("tools_call")]
    [InlineData("sse-retry")]
    [InlineData("elicitation-sep1034-client-defaults")]
    public async Task Scenario_OfTheSuite_Passes(string scenario)
    {
        await using var driver = await StartAsync();
        var suite = NpmPackages.File(NpmPackages.Conformance, "dist/index.js");
        var client = Path.Combine(Path.GetDirectoryName(Here())!, "conformance-client.mjs");
        var start = new ProcessStartInfo("node", [suite, "client", "--command", $"node {client}", "--scenario", scenario]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
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
            await using var run = await new McpRun(new McpServerSpec { Endpoint = url, Elicitation = McpElicitation.AcceptDefaults }).DiscoverAsync();
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

    private static Dictionary<string, object> Arguments(ToolDeclaration tool) =>
        tool.Schema.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.TryGetProperty("type", out var type) && type.GetString() == "number" ? (object)5 : "text");

    private static string Here([CallerFilePath] string path = "") => path;
}
