using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Tests.Actions.Classification.Shell.Commands;

namespace Legator.Core.Tests.Actions.Classification.Kubernetes.Commands;

public sealed class SecretOutputTests
{
    [Theory]
    [InlineData("get secrets -n prod -o yaml")]
    [InlineData("get secret db -ojson")]
    [InlineData("get secret/db --output=jsonpath='{.data.password}'")]
    [InlineData("get secret db --template='{{.data.password}}'")]
    [InlineData("get pods,secrets.v1. -o json")]
    [InlineData("get deploy/web Secret/db -o json")]
    [InlineData("get secret db -o custom-columns=P:.data.password")]
    [InlineData("get secrets -o jsonpath='{range .items[*]}{.metadata.name}{.data}{end}'")]
    [InlineData("get secret db -o jsonpath='{.metadata.annotations}'")]
    [InlineData("get secret db -o go-template='{{range .items}}{{.}}{{end}}'")]
    [InlineData("get --raw /api/v1/namespaces/prod/secrets")]
    [InlineData("get secret db -v=9")]
    [InlineData("apply view-last-applied secret/db")]
    [InlineData("annotate secret db a=b --dry-run=client -o yaml")]
    [InlineData("annotate secret db --list")]
    [InlineData("set env deploy/web --list --resolve")]
    public void Judge_LineThatShowsWhatIsInSecrets_IsAGuardedChange(string line)
    {
        var found = Kubectl(line);

        found.Tier.ShouldBe(RiskTier.ServiceMutation, found.Reason);
        found.Actions.ShouldContain(a => a.Guarded && a.Effects.Contains("hands out a Secret's data"));
        ShellLines.Judge($"kubectl {line}").Tier.ShouldBe(RiskTier.ServiceMutation);
    }

    [Theory]
    [InlineData("get secrets -A")]
    [InlineData("get secret db -o wide")]
    [InlineData("get secrets -o name")]
    [InlineData("describe secret db")]
    [InlineData("get secrets -o custom-columns=NAME:.metadata.name,TYPE:.type")]
    [InlineData("get secrets -o jsonpath='{.items[*].metadata.name}'")]
    [InlineData("get secrets -o go-template='{{range .items}}{{.metadata.name}}{{end}}'")]
    public void Judge_LineThatOnlyNamesSecrets_IsAGuardedRead(string line)
    {
        var found = Kubectl(line);

        found.Tier.ShouldBe(RiskTier.Read, found.Reason);
        found.Actions.ShouldAllBe(a => a.Guarded);
    }

    [Theory]
    [InlineData("get pods,configmaps -o json")]
    [InlineData("get externalsecrets -o yaml")]
    [InlineData("create secret generic x --from-literal=a=b --dry-run=client -o yaml")]
    public void Judge_LineThatShowsNoSecret_IsARead(string line) => Kubectl(line).Tier.ShouldBe(RiskTier.Read);

    [Fact]
    public void Judge_Tool_StripsDataItselfAndStaysAGuardedRead()
    {
        var found = StandardClassifiers.Classify("kubectl.get", JsonSerializer.SerializeToElement(new { resource = "secrets", name = "db", @namespace = "prod", output = "yaml" }), ClassificationContext.Empty);

        found.Tier.ShouldBe(RiskTier.Read, found.Reason);
        found.Actions.ShouldAllBe(a => a.Guarded);
    }

    private static CallClassification Kubectl(string line) => StandardClassifiers.Classify("kubectl", JsonSerializer.SerializeToElement(new { command = $"kubectl {line}" }), ClassificationContext.Empty);
}
