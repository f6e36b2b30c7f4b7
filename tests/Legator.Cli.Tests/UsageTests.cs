namespace Legator.Cli.Tests;

/// <summary>What the command line says without any API: how to find one, and what was mistyped.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("statu")]
    [InlineData("run")]
    [InlineData("runs", "list", "--limit", "0")]
    [InlineData("run", "x", "--timeout", "soon")]
    [InlineData("status", "-o", "xml")]
    [InlineData("status", "--api-url", "nonsense", "--token", "t")]
    public async Task CommandLine_Mistyped_IsTwoAndNamesTheFix(params string[] arguments)
    {
        var run = await CommandLineRun.OfAsync(arguments);
        run.ExitCode.ShouldBe(2, run.Error);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldStartWith("legator: ");
        run.Error.Split('\n').Length.ShouldBeLessThanOrEqualTo(3, run.Error);
    }

    [Fact]
    public async Task Status_WithoutAnyLegator_SaysHowToStartOne()
    {
        var run = await CommandLineRun.OfAsync("status");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("dotnet run --project Legator.AppHost");
        run.Error.ShouldContain("--api-url");
    }

    [Fact]
    public async Task Status_ApiDown_SaysWhichUrlAndHowToStart()
    {
        var run = await CommandLineRun.OfAsync("status", "--api-url", "http://127.0.0.1:9", "--token", "t");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("http://127.0.0.1:9");
        run.Error.ShouldContain("dotnet run --project Legator.AppHost");
    }

    [Fact]
    public async Task Status_LocalTokenAndAnotherHost_IsNeverSent()
    {
        using var folder = new TemporaryDirectory();
        await File.WriteAllTextAsync(folder.File("api-url"), "http://127.0.0.1:8090");
        await File.WriteAllTextAsync(folder.File("token"), "the-local-token");

        var run = await CommandLineRun.OfAsync("status", "--data-dir", folder.Path, "--api-url", "http://127.0.0.2:9");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("no token for http://127.0.0.2:9/");
    }

    [Fact]
    public async Task Crds_Printed_AreTheEightKinds()
    {
        var run = await CommandLineRun.OfAsync("crds");
        run.Out.Split("kind: CustomResourceDefinition").Length.ShouldBe(9);
        run.Out.Split("\n---\n").Length.ShouldBe(8);
    }

    [Fact]
    public async Task Help_Asked_IsZero()
    {
        var run = await CommandLineRun.OfAsync("runs", "--help");
        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("watch");
    }

    [Theory]
    [InlineData("runs", "legator: runs: say which of list, get")]
    [InlineData("guardrails", "legator: guardrails: say which of classify, judge, test")]
    public async Task Group_WithoutACommand_SaysWhichThereAre(string group, string message)
    {
        using var folder = new CommandFolder();
        var run = await folder.RunAsync(group);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    [Theory]
    [InlineData(true, "status")]
    [InlineData(true, "runs", "list")]
    [InlineData(false, "rehearse")]
    [InlineData(false, "init")]
    [InlineData(false, "skill", "push")]
    [InlineData(false, "guardrails", "judge")]
    public async Task Help_OfACommand_TellsOnlyOptionsThatItHeeds(bool asksApi, params string[] command)
    {
        using var folder = new CommandFolder();
        (await folder.RunAsync([.. command, "--help"])).Out.Contains("--api-url").ShouldBe(asksApi);
    }
}
