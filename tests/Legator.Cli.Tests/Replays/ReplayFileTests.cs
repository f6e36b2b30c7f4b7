using System.Text.Json.Nodes;

namespace Legator.Cli.Tests.Replays;

/// <summary>'legator runs replay --file' with what is no recording, and what it writes for programs.</summary>
public sealed class ReplayFileTests : IDisposable
{
    private const string Header = """{"kind":"legator-run","namespace":"agents","name":"one","spec":{"agentRef":"a","environmentRef":"e","trigger":"manual"}}""";
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "there is no recorded run in it")]
    [InlineData(Header, "there is no recorded run in it")]
    [InlineData("not json", "line 1:")]
    [InlineData("[]", "line 1: the first line must say which run it is")]
    [InlineData("""{"kind":"something-else"}""", "line 1: the first line must say which run it is")]
    [InlineData("""{"kind":"legator-run"}""", "line 1:")]
    [InlineData(Header + "\n{}", "line 2:")]
    [InlineData(Header + "\n{\"run\":{\"namespace\":\"agents\",\"name\":\"one\"},\"sequence\":1,\"time\":\"1970-01-01T00:00:00Z\",\"data\":{\"type\":\"unheard-of\"},\"previousHash\":\"\",\"hash\":\"\"}", "line 2:")]
    [InlineData(Header + "\n" + "{\"sequence\":\"many\"}", "line 2:")]
    public async Task File_ThatIsNoRecording_SaysWhereAndExits2(string content, string told)
    {
        _folder.Write("bad.jsonl", content);
        var run = await _folder.RunAsync("runs", "replay", "--file", "bad.jsonl");
        run.ExitCode.ShouldBe(2, run.Out + run.Error);
        run.Error.ShouldStartWith("legator: bad.jsonl: ");
        run.Error.ShouldContain(told);
        run.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task File_ThatIsNotThere_Exits2()
    {
        var run = await _folder.RunAsync("runs", "replay", "--file", "missing.jsonl", "-o", "json");
        (run.ExitCode, run.Out).ShouldBe((2, ""), run.Error);
        run.Error.ShouldContain("missing.jsonl");
    }

    [Fact]
    public async Task Json_OfARunWhoseHashesDoNotFit_HoldsOutcomeAndEntry()
    {
        _folder.Write("run.jsonl", await Recordings.TextAsync());
        var run = await _folder.RunAsync("runs", "replay", "--file", "run.jsonl", "-o", "json");
        run.ExitCode.ShouldBe(1, run.Error);
        var report = JsonNode.Parse(run.Out)!;
        ((string)report["run"]!, (string)report["outcome"]!, (long)report["chainBrokenAt"]!).ShouldBe(("agents/careful-1", "altered", 1L));
        ((int)report["entries"]!).ShouldBe(16);
    }

    [Fact]
    public async Task Json_OfSeveralRuns_HoldsEachAndTheTotals()
    {
        var text = await Recordings.TextAsync();
        _folder.Write("runs.jsonl", text + text);
        var run = await _folder.RunAsync("runs", "replay", "--file", "runs.jsonl", "-o", "json");
        run.ExitCode.ShouldBe(1, run.Error);
        var report = JsonNode.Parse(run.Out)!;
        report["runs"]!.AsArray().Count.ShouldBe(2);
        ((int)report["totals"]!["altered"]!).ShouldBe(2);
    }

    [Theory]
    [InlineData("runs", "replay")]
    [InlineData("runs", "replay", "one", "--all")]
    [InlineData("runs", "replay", "one", "--file", "x")]
    [InlineData("runs", "replay", "one", "--since", "1h")]
    [InlineData("runs", "replay", "--all", "--since", "yesterday")]
    public async Task Arguments_ThatDoNotGoTogether_Exit2(params string[] arguments) => (await _folder.RunAsync(arguments)).ExitCode.ShouldBe(2);
}
