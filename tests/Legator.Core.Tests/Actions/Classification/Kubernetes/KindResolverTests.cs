using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Kubernetes;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Tests.Actions.Classification.Kubernetes;

public sealed class KindResolverTests
{
    [Theory]
    [InlineData("pods.v1.", "pods")]
    [InlineData("deployments.app", "deployments.apps")]
    [InlineData("statefulsets.a", "statefulsets.apps")]
    [InlineData("Widgets.example.com", "widgets.example.com")]
    [InlineData("services.serving.knative.dev", "services.serving.knative.dev")]
    public void Resolve_Name_FindsTheKindThatKubectlWould(string name, string expected) =>
        KindResolver.Resolve(name, ClassificationContext.Empty).ShouldHaveSingleItem().QualifiedName.ShouldBe(expected);

    [Fact]
    public void Resolve_NameThatTheClusterUsesOtherwise_StandsForBoth()
    {
        var context = new ClassificationContext { Kinds = _ => new KubernetesKind("example.com", "pvcs", "Pvc") };
        KubectlLine.Judge("delete pvc x", context).Tier.ShouldBe(RiskTier.DataMutation);
        KindResolver.Resolve("pvc", context).Count.ShouldBe(2);
    }

    [Fact]
    public void Resolve_NameThatOnlyTheClusterKnows_IsTheClusters()
    {
        var context = new ClassificationContext { Kinds = n => n == "wg" ? new KubernetesKind("velero.io", "widgets", "Widget") : null };
        KubectlLine.Judge("delete wg x", context).Tier.ShouldBe(RiskTier.DataMutation);
        KubectlLine.Judge("delete wg x", ClassificationContext.Empty).Tier.ShouldBe(RiskTier.DestructiveMutation);
    }
}
