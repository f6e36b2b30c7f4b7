using Legator.Core.Resources.Runs;
using Legator.Core.RunLists;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.RunLists;

/// <summary>The started Operator keeps the list of runs, also of those that the cluster no longer keeps.</summary>
public sealed class RunListerTests(EmbeddedCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task Run_MadeChangedAndDeleted_IsInTheListAsItWasLast()
    {
        await using var @operator = await StartAsync();
        var runs = Cluster.Client<LegatorRun>();
        await runs.CreateAsync(
            new LegatorRun
            {
                Metadata = new() { Name = "listed", Namespace = Namespace },
                Spec = new LegatorRunSpec { AgentRef = "lister", EnvironmentRef = "lab", Trigger = RunTrigger.Manual, ModelUsed = "scripted/x", Problem = "It cannot begin." },
            },
            TestContext.Current.CancellationToken);
        await BecomesAsync(@operator, "it is listed", row => row.Message == "It cannot begin.");

        await runs.PatchStatusAsync(Namespace, "listed", new System.Text.Json.Nodes.JsonObject { ["status"] = new System.Text.Json.Nodes.JsonObject { ["phase"] = "Failed", ["message"] = "It was away." } }, TestContext.Current.CancellationToken);
        await BecomesAsync(@operator, "its end is listed", row => row is { Phase: "Failed", Message: "It was away." });

        await runs.DeleteAsync(Namespace, "listed", TestContext.Current.CancellationToken);
        await BecomesAsync(@operator, "it stays in the list", row => row.Phase == "Failed");
    }

    private Task BecomesAsync(OperatorHost @operator, string expectation, Func<Core.Api.RunSummary, bool> fits) => Eventually.BecomesAsync(
        expectation,
        () => @operator.Part<IRunListStore>().ListAsync(new RunListQuery { Namespace = Namespace, Limit = 5 }, TestContext.Current.CancellationToken),
        rows => rows.Count == 1 && fits(rows[0].Summary));
}
