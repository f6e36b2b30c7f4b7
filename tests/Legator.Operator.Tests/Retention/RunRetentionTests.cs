using System.Text.Json.Nodes;
using Legator.Backends.Signatures;
using Legator.Core.Audit;
using Legator.Core.Resources.Runs;
using Legator.Core.RunLists;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Retention;

/// <summary>The started Operator removes what is long over, and the journal still verifies.</summary>
public sealed class RunRetentionTests(EmbeddedCluster cluster) : OperatorTests(cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_LongOver_IsExportedRemovedAndStillAccountedFor()
    {
        using var exports = new TestFolder();
        await using (var before = await StartAsync())
        {
            await WriteAsync(before, "newer");
            await WriteAsync(before, "old");
        }

        await FinishedAsync("old", "2020-01-01T00:00:00Z");
        await FinishedAsync("newer", "2020-01-02T00:00:00Z");
        await using var @operator = await StartAsync(settings: [
            ("Operator:Retention:After", "01:00:00"), ("Operator:Retention:Directory", exports.File("runs")), ("Operator:Retention:KeepPerAgent", "1"),
            ("Operator:Retention:Interval", "00:00:05"), ("Operator:Audit:CheckpointInterval", "00:00:01")]);

        await RunsBecomeAsync("the old run is gone and the newer one stays", runs => runs.Count == 1 && runs[0].Metadata.Name == "newer");

        await Eventually.BecomesAsync("the journal verifies without it", () => VerifyAsync(@operator), report => report is { Verified: true, Retired: 1, Events: 2 });
        (await File.ReadAllTextAsync(Directory.GetFiles(exports.File("runs")).ShouldHaveSingleItem(), Stop)).ShouldContain("says old");
        (await @operator.Journal.HeadAsync(new RunKey(Namespace, "old"), Stop)).ShouldBe(JournalHead.Empty);
        (await @operator.Journal.HeadAsync(new RunKey(Namespace, "newer"), Stop)).Sequence.ShouldBe(2);
        await Eventually.BecomesAsync(
            "both are in the list",
            () => @operator.Part<IRunListStore>().ListAsync(new RunListQuery { Namespace = Namespace, Limit = 5 }, Stop),
            rows => rows.Count == 2);
        (await @operator.Part<IRunListStore>().FindAsync(Namespace, "old", Stop)).ShouldHaveSingleItem().Summary.ShouldSatisfyAllConditions(
            run => run.RetiredAt.ShouldNotBeNull(),
            run => run.Archive.ShouldBe(Directory.GetFiles(exports.File("runs")).Single()));
    }

    private static async Task<AuditReport> VerifyAsync(OperatorHost @operator)
    {
        var (keys, head) = await @operator.Part<AuditState>().ReadAsync(Stop);
        var verifier = new AuditVerifier(new TrustedKeys(keys.Length > 0 ? [keys] : []));
        await AuditCheck.RunAsync(AuditWalk.ReadAsync(@operator.Part<IAuditLog>(), withUnsigned: true, Stop), verifier, _ => { }, Stop);
        return verifier.Complete(head, mayBeBehind: true);
    }

    private async Task WriteAsync(OperatorHost @operator, string name) =>
        await @operator.Journal.AppendAllAsync(new RunKey(Namespace, name), JournalHead.Empty, [new ModelFailed(1, $"says {name}"), new RunFinished("Succeeded", "Completed", "done")], Stop);

    private async Task FinishedAsync(string name, string end)
    {
        var runs = Cluster.Client<LegatorRun>();
        await runs.CreateAsync(
            new LegatorRun { Metadata = new() { Name = name, Namespace = Namespace }, Spec = new LegatorRunSpec { AgentRef = "keeper", EnvironmentRef = "lab", Trigger = RunTrigger.Manual, ModelUsed = "scripted/x" } },
            Stop);
        await runs.PatchStatusAsync(Namespace, name, new JsonObject { ["status"] = new JsonObject { ["phase"] = "Succeeded", ["completionTime"] = end } }, Stop);
    }
}
