using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Guardrails.Checks;

namespace Legator.Core.Tests.Guardrails.Checks;

public sealed class ProtectedDataCheckTests
{
    private static readonly DataResource Web = new("apps/Deployment", "demo", "web");

    [Fact]
    public void Ask_MutationOfADeclaredObject_IsRefused() =>
        Ask(Calls.Kube("restart", "deploy"), Web).Reason.ShouldBe(GuardrailReason.ProtectedDataResource);

    [Fact]
    public void Ask_DestructionInItsNamespace_IsRefused() =>
        Ask(Calls.Kube("delete", "pods", "api-1"), Web).Reason.ShouldBe(GuardrailReason.ProtectedDataResource);

    [Fact]
    public void Ask_RestartOfANeighbour_Passes() =>
        Ask(Calls.Kube("restart", "deploy", "api"), Web).Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Ask_SameNameElsewhere_Passes() =>
        Ask(Calls.Kube("restart", "deploy", "web", "other"), Web).Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Ask_ReadOfADeclaredObject_Passes() =>
        Ask(Calls.Kube("get", "deploy"), Web).Outcome.ShouldBe(VerdictOutcome.Allow);

    [Theory]
    [InlineData("Cluster")]
    [InlineData("cnpg.io/Cluster")]
    [InlineData("clusters.postgresql.cnpg.io")]
    public void Ask_KindInAnySpelling_IsFound(string kind)
    {
        var database = new Legator.Core.Actions.Classification.Kubernetes.KubernetesKind("postgresql.cnpg.io", "clusters", "Cluster");
        Ask(Calls.Kube("restart", database, "pg"), new DataResource(kind, "demo", "pg")).Reason.ShouldBe(GuardrailReason.ProtectedDataResource);
    }

    private static CheckAnswer Ask(ProposedAction action, DataResource data) =>
        new ProtectedDataCheck().Ask(Calls.Input("kubectl.x", action) with { Environment = new EnvironmentFacts { DataResources = [data] } }, []);
}
