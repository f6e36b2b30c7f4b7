using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;
using Legator.Core.Skills;
using Legator.Runner.Tests.Scenarios;
using Legator.Tests.ModelStandIn;

namespace Legator.Runner.Tests.Providers;

/// <summary>A whole run, by the session, with a vendor's model.</summary>
internal static class ProviderRun
{
    private const string Sheet = """
        actions:
          - {id: remember, description: Leaves a note., tool: "state.*", tier: read}
        """;

    /// <summary>An agent that may leave notes, with a key that the vendor takes.</summary>
    public static RunSnapshot Snapshot(string provider, Uri vendor, int maxRetries = 0)
    {
        var snapshot = Models.Snapshot(provider, vendor, maxRetries);
        return snapshot with
        {
            Model = snapshot.Model with { Auth = new RunSnapshotAuth(ProviderAuthType.ApiKey, new RunSnapshotSecret(null, "vendor-key", "api-key")) },
            Skills = [RunSnapshotSkill.From(SkillReader.Read(new() { Name = "s", Source = "bundled" }, new SkillFiles("Look, and keep notes of what you see.", Sheet, null)).Skill!)],
        };
    }

    public static async Task<IReadOnlyList<RunEventData>> PlayAsync(ScenarioCluster cluster, string name, RunSnapshot snapshot, params (string Key, string Value)[] settings)
    {
        using var folder = new TemporaryDirectory();
        using var host = RunnerHost.Build(cluster, folder.Path, "r1", null, settings);
        await cluster.ApplyAllAsync([ScenarioCluster.Secret("vendor-key", ("api-key", ModelVendor.Key))]);
        return [.. (await host.PlayAsync(await host.OrderAsync(name, snapshot))).Select(e => e.Data)];
    }
}
