using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Scheduling;
using Legator.Core.Skills;

namespace Legator.Runner.Tests.Scenarios;

/// <summary>One folder of tests/scenarios: an agent, its world, what its model says, and the journal that must come of it.</summary>
internal sealed class Scenario(string name, Uri site)
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "scenarios"));

    public ScenarioSettings Settings => Read("scenario.yaml") is { } text ? Yaml.Deserialize<ScenarioSettings>(text)! : new ScenarioSettings();

    public string ExpectedPath => Path.Combine(Root, name, "expected.journal.jsonl");

    /// <summary>What the vendor answers, where the scenario has a model and no rehearsal.</summary>
    public JsonArray? Model => Read("model.json") is { } text ? (JsonArray)JsonNode.Parse(text)! : null;

    public IEnumerable<JsonObject> Objects => Directory.Exists(Path.Combine(Root, name, "cluster"))
        ? Directory.EnumerateFiles(Path.Combine(Root, name, "cluster"), "*.yaml").Order().SelectMany(f => Manifests(Path.GetRelativePath(Path.Combine(Root, name), f)))
        : [];

    public IEnumerable<JsonObject> Manifests(string file) => Yaml.ParseAll(Read(file)!).Cast<JsonObject>();

    public LegatorRun Run(ScenarioTake take, Uri? vendor)
    {
        var agent = Yaml.Deserialize<LegatorAgent>(Read("agent.yaml")!)!;
        var spec = new LegatorRunSpec { AgentRef = agent.Metadata.Name!, EnvironmentRef = agent.Spec.EnvironmentRef, Trigger = RunTrigger.Manual, Problem = Settings.Problem };
        return new LegatorRun
        {
            Metadata = new() { Name = $"{agent.Metadata.Name}-{take.Run}", Namespace = "agents" },
            Spec = Settings.Problem is null ? spec with { Snapshot = Snapshot(agent, vendor).ToJson() } : spec,
        };
    }

    private RunSnapshot Snapshot(LegatorAgent agent, Uri? vendor)
    {
        var environment = Read("environment.yaml") is { } text ? Yaml.Deserialize<LegatorEnvironment>(text)!.Spec : new LegatorEnvironmentSpec();
        var reading = SkillReader.Read(agent.Spec.Skills[0], new SkillFiles(Read("skill/SKILL.md") ?? "Do your task.", Read("skill/actions.yaml"), Read("skill/rehearsal.yaml")));
        reading.Problems.ShouldBeEmpty();
        return new RunSnapshot
        {
            Agent = new RunSnapshotAgent { Namespace = "agents", Name = agent.Metadata.Name!, Uid = "uid", Generation = 1, Spec = agent.Spec with { ServiceAccountName = "scenarios" } },
            Environment = new RunSnapshotEnvironment { Name = agent.Spec.EnvironmentRef, Spec = environment },
            Model = new RunSnapshotModel { Tier = ModelTier.Standard, Provider = vendor is null ? Settings.Provider : "openai-compatible", Model = "m", Endpoint = vendor?.ToString() },
            Skills = [RunSnapshotSkill.From(reading.Skill!)],
            Limits = new RunSnapshotLimits
            {
                MaxIterations = agent.Spec.Guardrails.MaxIterations,
                TokenBudget = agent.Spec.Model.TokenBudget,
                TimeoutMs = (long)GoDuration.Parse(agent.Spec.Model.Timeout).TotalMilliseconds,
            },
            Trigger = Settings.Delegation is null ? RunTrigger.Manual : RunTrigger.Agent,
            Task = Settings.Task,
            Payload = Settings.Payload,
            Delegation = Settings.Delegation,
        };
    }

    private string? Read(string file)
    {
        var path = Path.Combine(Root, name, file);
        return File.Exists(path) ? File.ReadAllText(path).Replace("${site}", site.ToString().TrimEnd('/'), StringComparison.Ordinal) : null;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
