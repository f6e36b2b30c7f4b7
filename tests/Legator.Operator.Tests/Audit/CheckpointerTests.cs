using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Backends.Signatures;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Audit;
using Legator.Operator.Control;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Audit;

/// <summary>The started Operator signs what is written.</summary>
public sealed class CheckpointerTests(EmbeddedCluster cluster) : OperatorTests(cluster)
{
    private static readonly (string, string) EverySecond = ("Operator:Audit:CheckpointInterval", "00:00:01");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Journal_Grows_IsSignedByAKeyThatOutlivesTheOperator()
    {
        await using (var first = await StartAsync(settings: EverySecond))
        {
            await WriteAsync(first, "one");
            await SignedAsync(first, 1);
        }

        await using var second = await StartAsync(settings: EverySecond);
        await WriteAsync(second, "two");
        await SignedAsync(second, 2);

        var (keys, head) = await second.Part<AuditState>().ReadAsync(Stop);
        new TrustedKeys(keys).Names.ShouldHaveSingleItem().ShouldBe(head!.Key);
        (await VerifyAsync(second)).Problems.ShouldBeEmpty();
        (await second.Part<ResourceClient<Secret>>().GetAsync(Namespace, "legator-audit-key", Stop))!.Text("private.pem").ShouldStartWith("-----BEGIN PRIVATE KEY-----");
    }

    [Fact]
    public async Task Journal_CutOff_IsNotSignedAnyMore()
    {
        await using var @operator = await StartAsync(settings: EverySecond);
        await WriteAsync(@operator, "one");
        await SignedAsync(@operator, 1);

        using var empty = new TestFolder();
        await using var cutOff = await OperatorHost.StartAsync(Cluster, Namespace, empty, settings: EverySecond);
        await WriteAsync(cutOff, "another");
        var checkpointer = cutOff.Part<IEnumerable<IOperatorLoop>>().OfType<Checkpointer>().Single();

        (await Should.ThrowAsync<JournalUnavailableException>(() => checkpointer.SignAsync(Stop))).Message.ShouldContain("The journal was cut off");
        (await cutOff.Part<IAuditLog>().NewestAsync(Stop)).ShouldBeNull();
        (await VerifyAsync(cutOff)).Problems.ShouldContain(p => p.StartsWith("The end was cut off", StringComparison.Ordinal));
    }

    private static Task SignedAsync(OperatorHost @operator, long number) =>
        Eventually.IsTrueAsync($"checkpoint {number} is stated", async () => (await @operator.Part<AuditState>().ReadAsync(Stop)).Head?.Number == number);

    private static async Task<AuditReport> VerifyAsync(OperatorHost @operator)
    {
        var (keys, head) = await @operator.Part<AuditState>().ReadAsync(Stop);
        var verifier = new AuditVerifier(new TrustedKeys(keys));
        await AuditCheck.RunAsync(AuditWalk.ReadAsync(@operator.Part<IAuditLog>(), withUnsigned: true, Stop), verifier, _ => { }, Stop);
        return verifier.Complete(head, mayBeBehind: true);
    }

    private static async Task WriteAsync(OperatorHost @operator, string name) =>
        await @operator.Journal.AppendAsync(new RunKey("agents", name), JournalHead.Empty, new RunFinished("Succeeded", "Completed", "done"), Stop);
}
