using System.Text;
using System.Text.Json.Nodes;
using Legator.Core.Resources.Environments;
using Legator.Runner.Tools.Mcp;

namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>Servers that run beside the runner.</summary>
public sealed class McpProcessTests
{
    private readonly string _mark = $"mark-{Environment.ProcessId}-{TimeProvider.System.GetTimestamp()}";

    [Fact]
    public async Task Filesystem_RealServer_ReadsAFileAndRefusesAnother()
    {
        using var folder = new TemporaryDirectory();
        await File.WriteAllTextAsync(folder.File("notes.txt"), "all is well");
        var program = NpmPackages.File(NpmPackages.Filesystem, "dist/index.js");
        await using var run = await new McpRun(Node(program, folder.Path), Allowing($"node {program}")).DiscoverAsync();
        run.Found.Problem.ShouldBeNull();
        (await run.CallAsync("read_text_file", new { path = folder.File("notes.txt") })).Text.ShouldContain("all is well");
        var refused = await run.CallAsync("read_text_file", new { path = "/etc/passwd" });
        refused.Succeeded.ShouldBeFalse();
        refused.Text.ShouldContain("outside allowed directories");
    }

    [Fact]
    public async Task Environment_OfAServer_IsWhatTheEnvironmentSaysAndNothingElse()
    {
        var server = Node(EverythingServer.Program, "stdio") with { Env = new Dictionary<string, string> { ["SHOP"] = "shoes" } };
        await using var run = await new McpRun(server, Allowing("node", "SHOP")).DiscoverAsync();
        var said = (await run.CallAsync("get-env", new { })).Text;
        ((JsonObject)JsonNode.Parse(said)!).Select(v => v.Key).Order().ShouldBe(["HOME", "LANG", "PATH", "SHOP", "TMPDIR"]);
    }

    [Theory]
    [InlineData("", "SHOP", "AllowedCommands")]
    [InlineData("nod", "SHOP", "AllowedCommands")]
    [InlineData("node -e", "SHOP", "AllowedCommands")]
    [InlineData("node", "", "AllowedVariables")]
    public async Task Start_WhatTheRunnerDoesNotAllow_IsRefusedWithTheSetting(string command, string variable, string expected)
    {
        var server = Node("server.js", _mark) with { Env = new Dictionary<string, string> { ["SHOP"] = "shoes" } };
        await using var run = await new McpRun(server, Allowing(command, variable)).DiscoverAsync();
        run.Found.Problem.ShouldNotBeNull().ShouldContain($"Runner:Mcp:{expected}");
    }

    [Theory]
    [InlineData("setInterval(() => {}, 1000)")]
    [InlineData("process.on('SIGTERM', () => {}); const x = 'x'.repeat(65536); const f = () => { while (process.stdout.write(x)); process.stdout.once('drain', f); }; f()")]
    [InlineData("process.exit(3)")]
    [InlineData("require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', process.argv[1]], { detached: true, stdio: 'ignore' }).unref()")]
    [InlineData("console.log('Starting…'); require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', process.argv[1]]); setInterval(() => {}, 1000)")]
    public async Task Start_ProgramThatIsNoServer_IsNamedAndGoneAfterTheRun(string script)
    {
        var options = new McpOptions { AllowedCommands = ["node"], DiscoveryTimeout = TimeSpan.FromSeconds(2) };
        await using (var run = await new McpRun(Node("-e", script, _mark), options).DiscoverAsync())
        {
            run.Found.Problem.ShouldNotBeNullOrWhiteSpace();
        }

        await Eventually.IsTrueAsync("the process and its children are gone", () => !IsRunning());
    }

    [Fact]
    public async Task End_OfTheRun_EndsTheServer()
    {
        await using (var run = await new McpRun(Node(EverythingServer.Program, "stdio", _mark), Allowing("node")).DiscoverAsync())
        {
            run.Found.Problem.ShouldBeNull();
            IsRunning().ShouldBeTrue();
        }

        await Eventually.IsTrueAsync("the process is gone", () => !IsRunning());
    }

    [Fact]
    public async Task Call_ServerThatDied_IsStartedAnewForTheNextCall()
    {
        await using var run = await new McpRun(Node(EverythingServer.Program, "stdio", _mark), Allowing("node")).DiscoverAsync();
        foreach (var id in Running())
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            process.Kill();
        }

        var first = await run.CallAsync("echo", new { message = "a" });
        first.Succeeded.ShouldBeFalse(first.Text);
        (await run.CallAsync("echo", new { message = "b" })).Text.ShouldContain("b");
    }

    private static McpServerSpec Node(params string[] arguments) => new() { Command = "node", Args = arguments };

    private static McpOptions Allowing(string command, params string[] variables) =>
        new() { AllowedCommands = command.Length == 0 ? [] : [command], AllowedVariables = variables, DiscoveryTimeout = TimeSpan.FromSeconds(20) };

    private bool IsRunning() => Running().Any();

    private IEnumerable<int> Running()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)))
        {
            string line;
            try
            {
                line = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "cmdline")));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            if (line.Contains(_mark, StringComparison.Ordinal) && line.Contains("node", StringComparison.Ordinal))
            {
                yield return int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }
}
