using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;
using Legator.Core.Skills;
using Legator.Runner.Replay;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tools;
using Legator.Tests.ModelStandIn;
using Microsoft.Extensions.DependencyInjection;

namespace Legator.Runner.Tests.Sessions;

/// <summary>A whole run by the real session and gate, against a vendor's stand-in on the wire, with a tool of the test's.</summary>
internal static class SessionPlay
{
    /// <summary>An agent that may look with one tool.</summary>
    public static RunSnapshot Snapshot(string provider, Uri vendor, string tool, RunSnapshotLimits limits)
    {
        var snapshot = Models.Snapshot(provider, vendor);
        var sheet = $"actions:\n  - {{id: look, description: Looks., tool: {tool}, tier: read}}\n";
        return snapshot with
        {
            Model = snapshot.Model with { Auth = new RunSnapshotAuth(ProviderAuthType.ApiKey, new RunSnapshotSecret(null, "vendor-key", "api-key")) },
            Skills = [RunSnapshotSkill.From(SkillReader.Read(new() { Name = "s", Source = "bundled" }, new SkillFiles("Look.", sheet, null)).Skill!)],
            Limits = limits,
        };
    }

    public static async Task<RunRecording> RecordAsync(ScenarioCluster cluster, string name, RunSnapshot snapshot, params Tool[] tools)
    {
        using var folder = new TemporaryDirectory();
        using var host = RunnerHost.Build(cluster, folder.Path, "r1", builder => tools.ToList().ForEach(tool => builder.Services.AddSingleton(tool)));
        await cluster.ApplyAllAsync([ScenarioCluster.Secret("vendor-key", ("api-key", ModelVendor.Key))]);
        var (run, ordered) = (new RunKey(OrderedRuns.Namespace, name), await host.StoreAsync(name, snapshot));
        return new RunRecording(run, ordered.Spec, await host.PlayAsync(run));
    }
}
