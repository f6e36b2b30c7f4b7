namespace Legator.Cli.Tests.Rehearsals;

/// <summary>A rehearsal that is made of a run plays as the run did.</summary>
public sealed class RehearseRecordTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public RehearseRecordTests()
    {
        _folder.Write("skill/SKILL.md", "---\nname: skill\ndescription: d\nversion: 1.0.0\n---\nDo it.");
        _folder.Write("skill/actions.yaml", "actions:\n- {id: look, tool: kubectl.get, tier: read}\n- {id: restart, tool: kubectl.rollout, tier: service-mutation}\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Record_OfARun_IsPlayedAsTheRunWas()
    {
        _folder.Write("run.jsonl", await Recordings.TextAsync());
        var run = await _folder.RunAsync("rehearse", "skill", "--record", "run.jsonl", "--report");

        run.ExitCode.ShouldBe(0, run.Out + run.Error);
        run.Out.ShouldContain("Run careful-1 was written into skill/rehearsal.yaml.");
        run.Out.ShouldContain("It was restarted, and ${HOME} is fine.");
        run.Out.ShouldContain("${HOME} was slow");
        run.Lines[^1].ShouldBe("As expected: 1 scene played.");
        (await _folder.RunAsync("rehearse", "skill")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Record_HoldsNoSecretAndNoCredential()
    {
        _folder.Write("run.jsonl", await Recordings.TextAsync());
        await _folder.RunAsync("rehearse", "skill", "--record", "run.jsonl");

        var written = _folder.Read("skill/rehearsal.yaml");
        written.ShouldContain("verdict: needs-approval");
        written.ShouldContain("approvals: approve");
        written.ShouldContain("web-1 Running");
        string[] never = [Recordings.Canary, "name-of-a-secret", "credentials"];
        never.ShouldAllBe(secret => !written.Contains(secret, StringComparison.Ordinal), written);
    }

    [Fact]
    public async Task Record_WhereThereIsARehearsal_WritesOverItOnlyByForce()
    {
        _folder.Write("run.jsonl", await Recordings.TextAsync());
        _folder.Write("skill/rehearsal.yaml", "turns: [{report: mine}]\n");
        var refused = await _folder.RunAsync("rehearse", "skill", "--record", "run.jsonl");
        (refused.ExitCode, refused.Error.Contains("--force writes over it", StringComparison.Ordinal)).ShouldBe((2, true), refused.Error);
        _folder.Read("skill/rehearsal.yaml").ShouldContain("mine");
        (await _folder.RunAsync("rehearse", "skill", "--record", "run.jsonl", "--force")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("nothing-here", "there is no such folder")]
    [InlineData("skill", "line 1: the first line must say which run it is")]
    public async Task Record_OfWhatIsNone_WritesNothing(string place, string told)
    {
        _folder.Write("run.jsonl", "{}\n");
        var run = await _folder.RunAsync("rehearse", place, "--record", "run.jsonl");
        run.ExitCode.ShouldBe(2, run.Error);
        run.Error.ShouldContain(told);
        _folder.Files.ShouldNotContain("skill/rehearsal.yaml");
    }
}
