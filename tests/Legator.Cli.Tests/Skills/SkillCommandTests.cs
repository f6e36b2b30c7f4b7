using Legator.Tests.SkillServers;

namespace Legator.Cli.Tests.Skills;

/// <summary>A skill from a folder into a registry and back.</summary>
public sealed class SkillCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legator-cli-skill-");

    public SkillCommandTests()
    {
        Write("look/SKILL.md", SkillText.Markdown("Look at the pods."));
        Write("look/actions.yaml", SkillText.Sheet);
        Write("look/notes/more.md", "More.");
        Write("look/.git/config", "secret");
        Write("look/.env", "PASSWORD=canary");
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "look", "passwd"), "/etc/passwd");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Skill_PushedPulledAndInspected_IsTheSame()
    {
        await using var registry = await DockerRegistry.StartAsync();
        var source = $"oci://{registry.Host}/skills/look:1.0";
        var push = await RunAsync("skill", "push", "look", source, "--plain-http");
        push.ExitCode.ShouldBe(0, push.Error);
        var pull = await RunAsync("skill", "pull", source, "again", "--plain-http");
        pull.ExitCode.ShouldBe(0, pull.Error);
        var inspect = await RunAsync("skill", "inspect", source, "--plain-http");

        Directory.GetFiles(Path.Combine(folder.FullName, "again"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Path.Combine(folder.FullName, "again"), file)).Order().ShouldBe(["SKILL.md", "actions.yaml", "notes/more.md"], ignoreOrder: true);
        Line(inspect, "Digest:").ShouldBe(Line(push, "Digest:"));
        Line(await RunAsync("skill", "inspect", "again"), "Digest:").ShouldBe(Line(push, "Digest:"));
        Line(push, "Source:").ShouldEndWith("@" + Line(push, "Digest:"));
        (await RunAsync("skill", "pull", source, "again", "--plain-http")).Error.ShouldContain("is there already");
        (await RunAsync("skill", "pull", $"{Line(push, "Source:")}", "pinned", "--plain-http")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Registry_WithTlsAndPassword_TakesThemFromFileAndVariables()
    {
        using var certificate = new ServerCertificate();
        await using var registry = await DockerRegistry.StartAsync(withPassword: true, certificate);
        Write("ca.pem", certificate.Pem);
        string[] arguments = ["skill", "push", "look", $"oci://{registry.Host}/look:1", "--ca-file", "ca.pem"];

        (await RunAsync(arguments)).Error.ShouldContain("asks who is there");
        var known = await CommandLineRun.OfAsync(new Dictionary<string, string> { ["PWD"] = folder.FullName, ["LEGATOR_REGISTRY_USERNAME"] = DockerRegistry.User, ["LEGATOR_REGISTRY_PASSWORD"] = DockerRegistry.Password }, arguments);
        known.ExitCode.ShouldBe(0, known.Error);
    }

    [Fact]
    public async Task Pack_LeavesOutLinksAndHiddenFiles_AndWritesTheArchive()
    {
        var pack = await RunAsync("skill", "pack", "look", "--file", "look.tgz");

        pack.ExitCode.ShouldBe(0, pack.Error);
        pack.Lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim()).ShouldBe(["SKILL.md", "actions.yaml", "notes/more.md"]);
        File.Exists(Path.Combine(folder.FullName, "look.tgz")).ShouldBeTrue();
    }

    [Fact]
    public async Task BrokenSkill_IsNotPushedAndEverythingWrongIsTold()
    {
        Write("look/actions.yaml", "actions:\n- id: x\n");
        var push = await RunAsync("skill", "push", "look", "oci://127.0.0.1:1/look:1");

        push.ExitCode.ShouldBe(1);
        push.Error.ShouldContain("actions[0].tool");
        push.Error.ShouldContain("actions[0].tier");
    }

    [Theory]
    [InlineData("oci://registry.example.com/Look:1", "names no repository")]
    [InlineData("look", "names no registry")]
    public async Task Reference_ThatIsNone_IsAMistakeOfTheCommandLine(string reference, string words)
    {
        var pull = await RunAsync("skill", "pull", reference);

        pull.ExitCode.ShouldBe(2);
        pull.Error.ShouldContain(words);
    }

    private Task<CommandLineRun> RunAsync(params string[] arguments) => CommandLineRun.OfAsync(new Dictionary<string, string> { ["PWD"] = folder.FullName }, arguments);

    private static string Line(CommandLineRun run, string name) => run.Lines.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim();

    private void Write(string path, string text)
    {
        var file = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
