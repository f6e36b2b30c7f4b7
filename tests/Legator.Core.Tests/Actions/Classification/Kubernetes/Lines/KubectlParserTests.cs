using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Tests.Actions.Classification.Kubernetes.Lines;

public sealed class KubectlParserTests
{
    [Theory]
    [InlineData("get pods -n demo", "get", "pods", "demo")]
    [InlineData("-n demo get pods", "get", "pods", "demo")]
    [InlineData("get -ndemo pods", "get", "pods", "demo")]
    [InlineData("get pods -n=demo", "get", "pods", "demo")]
    [InlineData("get -An demo pods", "get", "pods", "demo")]
    [InlineData("-An get delete pods", "get", "pods", "delete")]
    [InlineData("--namespace get delete pods", "delete", "pods", "get")]
    [InlineData("rollout -n demo status deploy/web", "rollout status", "deploy/web", "demo")]
    [InlineData("apply -f x view-last-applied", "apply view-last-applied", "", null)]
    [InlineData("create -f x", "create", "", null)]
    [InlineData("create --image x deployment web", "create deployment", "web", null)]
    [InlineData("get -- -n demo", "get", "-n demo", null)]
    [InlineData("get pods -n a -n b", "get", "pods", "b")]
    [InlineData("foo bar", "unknown", "foo bar", null)]
    [InlineData("delete -o get pods", "delete", "pods", null)]
    public void Read_Line_TakesFlagsAsKubectlDoes(string line, string path, string operands, string? place)
    {
        var call = Read(line);
        call.Command.Path.ShouldBe(path);
        string.Join(' ', call.Operands).ShouldBe(operands);
        call.Namespace.ShouldBe(place);
        call.Doubt.ShouldBeNull();
    }

    [Theory]
    [InlineData("get pods --as_group=x")]
    [InlineData("get pods -shttp://x")]
    [InlineData("--token=x get pods")]
    [InlineData("-s x get pods")]
    [InlineData("get pods --kubeconfig x")]
    public void Read_IdentityFlag_IsRefusedInEverySpelling(string line) => Read(line).Blocked.ShouldNotBeNull();

    [Theory]
    [InlineData("create rolebinding x --user=bob --clusterrole=edit")]
    [InlineData("debug web --profile=general")]
    public void Read_FlagThatTheCommandHasItself_IsNoIdentity(string line) => Read(line).Blocked.ShouldBeNull();

    [Theory]
    [InlineData("get pods --nosuch")]
    [InlineData("get pods -Z")]
    [InlineData("get pods -n")]
    public void Read_FlagThatIsNotKnown_LeavesADoubt(string line) => Read(line).Doubt.ShouldNotBeNull();

    [Fact]
    public void Read_UnknownWord_LeavesADoubt()
    {
        KubectlParser.Read(["get", null], ClassificationContext.Empty, out _)!.Doubt.ShouldNotBeNull();
        KubectlParser.Read([null, "get"], ClassificationContext.Empty, out var problem).ShouldBeNull();
        problem.ShouldNotBeNull();
    }

    private static KubectlCall Read(string line) =>
        KubectlParser.Read(line.Split(' '), ClassificationContext.Empty, out _)!;
}
