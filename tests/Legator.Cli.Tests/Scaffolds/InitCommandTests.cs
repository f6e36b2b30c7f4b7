namespace Legator.Cli.Tests.Scaffolds;

public sealed class InitCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("kubernetes", "observe")]
    [InlineData("http", "recommend")]
    [InlineData("ssh", "automate-safe")]
    [InlineData("sql", "automate-destructive")]
    [InlineData("dns", "observe")]
    public async Task Init_AnyDomain_ValidatesAndRehearsesAtOnce(string domain, string autonomy)
    {
        (await _folder.RunAsync("init", "watch", "--domain", domain, "--autonomy", autonomy)).ExitCode.ShouldBe(0);
        _folder.Files.ShouldBe(["watch/agent.yaml", "watch/environment.yaml", "watch/skill/SKILL.md", "watch/skill/actions.yaml", "watch/skill/rehearsal.yaml"]);

        var validated = await _folder.RunAsync("validate", "--strict", "watch");
        validated.Out.ShouldContain("3 objects of Legator's: no errors, 0 warnings.");
        var alone = await _folder.RunAsync("rehearse", "watch/skill", "--min-coverage", "100");
        alone.ExitCode.ShouldBe(0, alone.Out);
        var asAgent = await _folder.RunAsync("rehearse", "watch/skill", "--agent", "watch/agent.yaml", "--environment", "watch/environment.yaml", "--min-coverage", "100");
        asAgent.ExitCode.ShouldBe(0, asAgent.Out);
    }

    [Fact]
    public async Task Init_FileThere_WritesNothing()
    {
        _folder.Write("watch/skill/actions.yaml", "mine");
        var run = await _folder.RunAsync("init", "watch");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("watch already has skill/actions.yaml: nothing was written");
        _folder.Files.ShouldBe(["watch/skill/actions.yaml"]);
        _folder.Read("watch/skill/actions.yaml").ShouldBe("mine");
    }

    [Fact]
    public async Task Init_SkillOnly_WritesTheSkillWhereItIsWanted()
    {
        (await _folder.RunAsync("init", "watch", "--skill-only", "--dir", "skills/watch", "--description", "says: \"it\" # is")).ExitCode.ShouldBe(0);

        _folder.Files.ShouldBe(["skills/watch/SKILL.md", "skills/watch/actions.yaml", "skills/watch/rehearsal.yaml"]);
        (await _folder.RunAsync("validate", "--strict")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Init_Settings_AreWritten()
    {
        (await _folder.RunAsync("init", "watch", "-n", "ops", "--interval", "15m", "--tier", "fast", "--autonomy", "recommend")).ExitCode.ShouldBe(0);

        var agent = _folder.Read("watch/agent.yaml");
        foreach (var line in new[] { "namespace: ops", "interval: 15m", "tier: fast", "autonomy: recommend" })
        {
            agent.ShouldContain(line);
        }
    }

    [Theory]
    [InlineData("is no name of an object", "init", "Watch")]
    [InlineData("--domain: 'mars' is not one of kubernetes, http, ssh, sql, dns", "init", "watch", "--domain", "mars")]
    [InlineData("--autonomy: 'full' is not one of observe", "init", "watch", "--autonomy", "full")]
    [InlineData("--cron: '99 * * * *' is not a cron line", "init", "watch", "--cron", "99 * * * *")]
    [InlineData("give one of them", "init", "watch", "--cron", "* * * * *", "--interval", "5m")]
    [InlineData("is no name of an object", "init", "watch", "-n", "../x")]
    public async Task Init_BadSetting_SaysWhatToWriteAndWritesNothing(string message, params string[] arguments)
    {
        var run = await _folder.RunAsync(arguments);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
        _folder.Files.ShouldBeEmpty();
    }
}
