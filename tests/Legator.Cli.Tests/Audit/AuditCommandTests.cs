using System.Text.Json.Nodes;
using Legator.Backends.Signatures;

namespace Legator.Cli.Tests.Audit;

/// <summary>The journal is checked by the running product, and as a file with nothing but the public key.</summary>
public sealed class AuditCommandTests(WebWithCheckpoints web) : IClassFixture<WebWithCheckpoints>, IDisposable
{
    private readonly CommandFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Verify_OfTheRunningProduct_ChecksAll()
    {
        var run = await OnlineAsync("verify");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Lines[0].ShouldBe("verified");
        run.Lines[1].ShouldStartWith("18 events of 6 runs under 3 checkpoints, the last of ");
    }

    [Fact]
    public async Task Verify_WithAKeyOfOnesOwn_FetchesAndChecksHere()
    {
        await ExportAsync();
        (await OnlineAsync("verify", "--key", "audit.pub")).Lines[0].ShouldBe("verified");

        folder.Write("other.pub", CheckpointKey.Generate().PublicPem);
        var refused = await OnlineAsync("verify", "--key", "other.pub");
        refused.ExitCode.ShouldBe(1);
        refused.Out.ShouldContain("is not signed by a trusted key");
    }

    [Fact]
    public async Task Verify_OfABundle_NeedsNoServer()
    {
        await ExportAsync();

        var run = await VerifyAsync();

        (run.ExitCode, run.Lines[0]).ShouldBe((0, "verified"), run.Out + run.Error);
        ((bool)JsonNode.Parse((await folder.RunAsync("audit", "verify", "--file", "bundle.jsonl", "--key", "audit.pub", "-o", "json")).Out)!["verified"]!).ShouldBeTrue();
    }

    [Theory]
    [InlineData("an edited event", "does not fit its hash")]
    [InlineData("an edited time", "does not fit its hash")]
    [InlineData("a deleted event", "is missing")]
    [InlineData("a deleted run", "events are missing")]
    [InlineData("two events of a run swapped", "is missing")]
    [InlineData("events of two runs swapped", "out of order")]
    [InlineData("a run told twice", "has events that it does not cover")]
    [InlineData("the last lines cut", "the end may have been cut off")]
    [InlineData("the newest runs cut and the end kept", "The end was cut off")]
    [InlineData("the newest runs cut and nothing else", "events are missing")]
    [InlineData("a checkpoint removed", "Checkpoint 2 is missing")]
    [InlineData("a checkpoint edited", "is not signed by a trusted key")]
    [InlineData("an older end", "is not signed by a trusted key")]
    public async Task Verify_OfABundleWith_FindsIt(string harm, string problem)
    {
        await ExportAsync();

        folder.Write("bundle.jsonl", string.Join('\n', Harm(harm, [.. folder.Read("bundle.jsonl").TrimEnd('\n').Split('\n')])) + "\n");

        var run = await VerifyAsync();
        run.ExitCode.ShouldBe(1, run.Out + run.Error);
        run.Lines[0].ShouldBe("NOT VERIFIED");
        run.Out.ShouldContain(problem);
    }

    [Theory]
    [InlineData("", "The bundle is empty.")]
    [InlineData("{\"kind\":\"legator-run\"}\n", "Line 1: this is no bundle")]
    [InlineData("no json\n", "Line 1: ")]
    public async Task Verify_OfSomethingElse_SaysWhatItIsNot(string text, string problem)
    {
        await ExportAsync();
        folder.Write("bundle.jsonl", text);

        var run = await VerifyAsync();

        (run.ExitCode, run.Error.Contains(problem, StringComparison.Ordinal)).ShouldBe((1, true), run.Error);
    }

    [Fact]
    public async Task Verify_WrongUse_SaysHow()
    {
        (await folder.RunAsync("audit", "verify", "--file", "bundle.jsonl")).Error.ShouldContain("--file needs --key");
        folder.Write("audit.pub", "no key");
        (await folder.RunAsync("audit", "verify", "--file", "x", "--key", "audit.pub")).ExitCode.ShouldBe(2);
    }

    /// <summary>Lines: 0 is the first, then runs 0 and 1 (1-6), checkpoint (7), runs 2 and 3 (8-13), checkpoint (14), runs 4 and 5 (15-20), checkpoint (21), the end (22).</summary>
    private static List<string> Harm(string harm, List<string> lines)
    {
        switch (harm)
        {
            case "an edited event": lines[9] = lines[9].Replace("again", "never", StringComparison.Ordinal); break;
            case "an edited time": lines[9] = lines[9].Replace("\"time\":\"2", "\"time\":\"1", StringComparison.Ordinal); break;
            case "a deleted event": lines.RemoveAt(9); break;
            case "a deleted run": lines.RemoveRange(8, 3); break;
            case "two events of a run swapped": (lines[8], lines[9]) = (lines[9], lines[8]); break;
            case "events of two runs swapped": (lines[10], lines[11]) = (lines[11], lines[10]); break;
            case "a run told twice": lines.InsertRange(14, lines[1..4]); break;
            case "the last lines cut": lines.RemoveRange(15, 8); break;
            case "the newest runs cut and the end kept": lines.RemoveRange(15, 7); break;
            case "the newest runs cut and nothing else": lines.RemoveRange(15, 6); break;
            case "a checkpoint removed": lines.RemoveAt(14); break;
            case "a checkpoint edited": lines[14] = lines[14].Replace("\"events\":12", "\"events\":13", StringComparison.Ordinal); break;
            case "an older end": lines[22] = lines[22].Replace("\"number\":3", "\"number\":2", StringComparison.Ordinal); break;
        }

        return lines;
    }

    private Task<CommandLineRun> VerifyAsync() => folder.RunAsync("audit", "verify", "--file", "bundle.jsonl", "--key", "audit.pub");

    private async Task ExportAsync()
    {
        (await OnlineAsync("export", "--file", "bundle.jsonl")).ExitCode.ShouldBe(0);
        (await OnlineAsync("key", "--file", "audit.pub")).ExitCode.ShouldBe(0);
        folder.Read("bundle.jsonl").TrimEnd('\n').Split('\n').Length.ShouldBe(23);
    }

    private Task<CommandLineRun> OnlineAsync(params string[] arguments) => folder.RunAsync(["audit", .. arguments, "--api-url", web.Url.ToString(), "--token", StartedWeb.Token]);
}
