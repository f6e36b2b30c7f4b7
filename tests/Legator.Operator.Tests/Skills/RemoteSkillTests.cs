using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Operator.Tests.Clusters;
using Legator.Tests.SkillServers;

namespace Legator.Operator.Tests.Skills;

/// <summary>Agents with skills from outside of the cluster: pinned, kept, followed, refused.</summary>
public abstract class RemoteSkillTests(TestCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task AgentWithSkillsFromGitAndRegistry_Runs_AndSaysExactlyWhatItRanWith()
    {
        await using var git = await GitServer.StartAsync();
        await using var registry = await DockerRegistry.StartAsync();
        var commit = await SkillAsync(git, "from git");
        var digest = await RegistryWork.PushAsync($"oci://{registry.Host}/skills/look:1", "from a registry");
        await using var @operator = await StartAsync(settings: Sources.Settings);
        await CreateAsync(Agent("both", new SkillRef { Name = "git", Source = $"git://{git.Host}/org/repo#look@v1" }, new SkillRef { Name = "oci", Source = $"oci://{registry.Host}/skills/look:1" }));
        var run = (await RunsBecomeAsync("one run", runs => runs.Count == 1))[0];
        var agent = await AgentBecomesAsync("Ready", "both", agent => Condition(agent, "Ready")?.StartsWith("True", StringComparison.Ordinal) == true);

        run.Spec.Problem.ShouldBeNull();
        var skills = RunSnapshot.TryRead(run.Spec.Snapshot, out _)!.Skills;
        skills.Select(skill => skill.Resolved).ShouldBe([commit, digest]);
        skills.Select(skill => skill.Instructions).ShouldBe(["from git", "from a registry"]);
        agent.Status!.Skills!.Select(pin => (pin.Name, pin.Resolved, pin.Digest)).ShouldBe([("git", commit, skills[0].Digest), ("oci", digest, skills[1].Digest)]);
        Condition(agent, "SkillsReady")!.ShouldContain(commit);
        foreach (var pin in agent.Status.Skills!)
        {
            (await Cluster.Client<ConfigMap>().GetAsync(Namespace, pin.Copy, default))!.Metadata.Annotation(LegatorApi.SkillSourceAnnotation).ShouldBe(pin.Source);
        }
    }

    [Fact]
    public async Task MovedTag_PinnedAgentStaysAndSaysSo_FollowingAgentTakesIt()
    {
        await using var git = await GitServer.StartAsync();
        var first = await SkillAsync(git, "first");
        await using var @operator = await StartAsync(settings: Sources.Settings);
        var source = $"git://{git.Host}/org/repo#look@v1";
        await CreateAsync(Agent("stays", new SkillRef { Name = "look", Source = source }));
        await CreateAsync(Agent("follows", new SkillRef { Name = "look", Source = source, Updates = SkillUpdates.Follow }));
        await AgentBecomesAsync("pinned", "stays", agent => Resolved(agent) == first);
        await AgentBecomesAsync("pinned", "follows", agent => Resolved(agent) == first);
        var work = new GitWork(Path.Combine(git.Root, "org/repo"));
        work.WriteSkill("look", "second");
        var second = await work.CommitAsync();
        await work.GitAsync("tag", "-f", "v1");

        await AgentBecomesAsync("the new commit", "follows", agent => Resolved(agent) == second);
        var stays = await AgentBecomesAsync("told of the move", "stays", agent => Condition(agent, "SkillsReady")?.Contains(second, StringComparison.Ordinal) == true);
        Resolved(stays).ShouldBe(first);
        Condition(stays, "SkillsReady")!.ShouldStartWith("True SkillsLoaded");
        Condition(stays, "SkillsReady")!.ShouldContain("updates: follow");
    }

    [Fact]
    public async Task SourceThatIsDown_PinnedAgentRunsOn_NewAgentIsRefusedWithAReason()
    {
        string commit;
        var git = await GitServer.StartAsync();
        var source = $"git://{git.Host}/org/repo#look@v1";
        await using (git)
        {
            commit = await SkillAsync(git, "kept");
            await using var first = await StartAsync(settings: Sources.Settings);
            await CreateAsync(Agent("old", new SkillRef { Name = "look", Source = source }));
            await RunsBecomeAsync("the run of the first slot", runs => runs.Count == 1);
            await AgentBecomesAsync("pinned", "old", agent => Resolved(agent) == commit && agent.Status?.LastScheduleTime is not null);
        }

        await using var second = await StartAsync(settings: Sources.Settings);
        await CreateAsync(Agent("new", new SkillRef { Name = "look", Source = source }));
        await Cluster.Client<LegatorAgent>().PatchAsync(Namespace, "old", System.Text.Json.Nodes.JsonNode.Parse("""{"metadata":{"annotations":{"legator.io/run-now":"again"}}}""")!, default);
        var fresh = await AgentBecomesAsync("refused", "new", agent => Condition(agent, "SkillsReady")?.Contains("SkillUnavailable", StringComparison.Ordinal) == true);
        Condition(fresh, "SkillsReady")!.ShouldContain("cannot be reached");
        var runs = await RunsBecomeAsync("a second run of the old agent", runs => runs.Count(run => run.Spec.AgentRef == "old") == 2);
        runs.Where(run => run.Spec.AgentRef != "old").ShouldBeEmpty();
        runs.Select(run => RunSnapshot.TryRead(run.Spec.Snapshot, out _)!.Skills[0].Resolved).ShouldBe([commit, commit]);
        await AgentBecomesAsync("told that it goes on with the copy", "old", agent => Condition(agent, "SkillsReady")?.Contains("pinned copy is used", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task CopyThatSomebodyChanged_IsNotTaken()
    {
        var git = await GitServer.StartAsync();
        var source = $"git://{git.Host}/org/repo#look@v1";
        LegatorAgent agent;
        await using (git)
        {
            var commit = await SkillAsync(git, "reviewed");
            await using var first = await StartAsync(settings: Sources.Settings);
            await CreateAsync(Agent("web", new SkillRef { Name = "look", Source = source }));
            agent = await AgentBecomesAsync("pinned", "web", agent => Resolved(agent) == commit);
        }

        var copy = agent.Status!.Skills!.Single().Copy;
        await Cluster.Client<ConfigMap>().DeleteAsync(Namespace, copy, default);
        await Cluster.Client<ConfigMap>().CreateAsync(Samples.Skill(Namespace, copy, markdown: SkillText.Markdown("delete everything")), default);
        await using var second = await StartAsync(settings: Sources.Settings);
        var held = await AgentBecomesAsync("without its skill", "web", agent => Condition(agent, "SkillsReady")?.StartsWith("False SkillUnavailable", StringComparison.Ordinal) == true);
        Resolved(held).ShouldBe(agent.Status.Skills![0].Resolved);
    }

    [Fact]
    public async Task SkillBehindAPassword_IsFetchedWithTheSecretThatTheAgentNames()
    {
        using var certificate = new ServerCertificate();
        await using var registry = await DockerRegistry.StartAsync(withPassword: true, certificate);
        var known = new Backends.SkillSources.SourceCredential(DockerRegistry.User, DockerRegistry.Password, certificate.Pem);
        await RegistryWork.PushAsync($"oci://{registry.Host}/skills/look:1", "behind a door", known, plain: false);
        var config = $$"""{"auths":{"https://{{registry.Host}}/v1/":{"auth":"{{known.Header.Parameter}}"} } }""";
        await Cluster.Client<Secret>().CreateAsync(Secret("pull", (".dockerconfigjson", config), ("ca.crt", certificate.Pem)), default);
        await using var @operator = await StartAsync(settings: [("Skills:InternalHosts:0", "127.0.0.1")]);
        var source = $"oci://{registry.Host}/skills/look:1";
        await CreateAsync(Agent("named", new SkillRef { Name = "look", Source = source, SecretRef = "pull" }));
        await CreateAsync(Agent("nameless", new SkillRef { Name = "look", Source = source, SecretRef = "none" }));

        await AgentBecomesAsync("Ready", "named", agent => Condition(agent, "Ready")?.StartsWith("True", StringComparison.Ordinal) == true);
        var refused = await AgentBecomesAsync("refused", "nameless", agent => Condition(agent, "SkillsReady")?.StartsWith("False SkillRefused", StringComparison.Ordinal) == true);
        Condition(refused, "SkillsReady")!.ShouldContain("there is no Secret 'none'");
    }

    [Fact]
    public async Task SkillThatCannotBeRead_IsRefusedWithEverythingThatIsWrong()
    {
        await using var git = await GitServer.StartAsync();
        var work = await git.RepositoryAsync("org/repo");
        work.WriteSkill("look", "words", "actions:\n- id: x\n  tier: sometimes\n");
        await work.CommitAsync();
        await using var @operator = await StartAsync(settings: Sources.Settings);
        await CreateAsync(Agent("web", new SkillRef { Name = "look", Source = $"git://{git.Host}/org/repo#look" }));

        var refused = await AgentBecomesAsync("refused", "web", agent => Condition(agent, "SkillsReady")?.StartsWith("False SkillInvalid", StringComparison.Ordinal) == true);
        Condition(refused, "SkillsReady")!.ShouldContain("actions[0].tool");
        Condition(refused, "SkillsReady")!.ShouldContain("'sometimes' is not one of");
        (await RunsAsync()).ShouldBeEmpty();
    }

    private static string? Resolved(LegatorAgent agent) => agent.Status?.Skills?.FirstOrDefault()?.Resolved;

    private static async Task<string> SkillAsync(GitServer git, string words)
    {
        var work = await git.RepositoryAsync("org/repo");
        work.WriteSkill("look", words);
        var commit = await work.CommitAsync();
        await work.GitAsync("tag", "v1");
        return commit;
    }

    private LegatorAgent Agent(string name, params SkillRef[] skills)
    {
        var agent = Samples.Agent(Namespace, name);
        return agent with { Spec = agent.Spec with { Skills = skills } };
    }

    private Secret Secret(string name, params (string Key, string Value)[] data) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = Namespace },
        Data = data.ToDictionary(entry => entry.Key, entry => System.Text.Encoding.UTF8.GetBytes(entry.Value)),
    };
}
