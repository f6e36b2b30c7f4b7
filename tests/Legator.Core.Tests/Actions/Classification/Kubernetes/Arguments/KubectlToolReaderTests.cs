using System.Text.Json;
using Legator.Core.Actions.Classification;
using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Actions.Classification.Kubernetes.Arguments;

public sealed class KubectlToolReaderTests
{
    [Theory]
    [InlineData("kubectl.get", """{"resource":"pods","namespace":"demo"}""", "get pods -n demo")]
    [InlineData("kubectl.get", """{"kind":"Deployment","name":"web"}""", "get deployment web")]
    [InlineData("kubectl.delete", """{"resource":"pods,pvc","all":true}""", "delete pods,pvc --all")]
    [InlineData("kubectl.delete", """{"pod":"web","gracePeriodSeconds":0,"force":true}""", "delete pod web --grace-period=0 --force")]
    [InlineData("kubectl.logs", """{"pod":"web","tailLines":5}""", "logs web --tail=5")]
    [InlineData("kubectl.rollout", """{"action":"restart","resource":"deployment","name":"web"}""", "rollout restart deployment web")]
    [InlineData("kubectl.rollout_undo", """{"deployment":"web","toRevision":2}""", "rollout undo deployment web --to-revision=2")]
    [InlineData("kubectl.scale", """{"resource":"sts","name":"db","replicas":0}""", "scale sts db --replicas=0")]
    [InlineData("kubectl.patch", """{"resource":"pv","name":"x","patch":{"spec":{"claimRef":null}},"patchType":"merge"}""", "patch pv x --type merge -p '{\"spec\":{\"claimRef\":null}}'")]
    [InlineData("kubectl.drain", """{"node":"n1","deleteEmptydirData":true}""", "drain n1 --delete-emptydir-data")]
    [InlineData("kubectl.label", """{"resource":"pod","name":"web","labels":{"a":"b","c":null}}""", "label pod web a=b c-")]
    [InlineData("kubectl.set", """{"action":"image","resource":"deploy","name":"web","image":"web=x"}""", "set image deploy web web=x")]
    [InlineData("kubectl.exec", """{"pod":"db","command":["psql","-c","x"]}""", "exec db -- psql -c x")]
    [InlineData("kubectl.taint", """{"node":"n1","key":"a","value":"b","effect":"NoExecute"}""", "taint nodes n1 a=b:NoExecute")]
    [InlineData("kubectl.get", """{"resource":"pods","as":"root"}""", "get pods --as=root")]
    public void Classify_Tool_IsJudgedAsTheLineThatItStandsFor(string tool, string arguments, string line)
    {
        var judged = Judge(tool, arguments);
        var same = Judge("kubectl", JsonSerializer.Serialize(new { command = line }));
        (judged.Tier, judged.Blocked).ShouldBe((same.Tier, same.Blocked));
        judged.Actions.Select(a => $"{a.Verb} {a.Target}").ShouldBe(same.Actions.Select(a => $"{a.Verb} {a.Target}"));
    }

    [Theory]
    [InlineData("kubectl.get", """{"resource":"pods","nosuch":1}""", "nosuch")]
    [InlineData("kubectl.get", """{"resource":"pods","Resource":"secrets"}""", "twice")]
    [InlineData("kubectl.get", """{"resource":"-f"}""", "names")]
    [InlineData("kubectl.rollout", """{"resource":"deploy","name":"web"}""", "action")]
    [InlineData("kubectl.nosuch", "{}", "no tool")]
    [InlineData("kubectl.delete", "{}", "what it is about")]
    [InlineData("kubectl.get", "[]", "object")]
    public void Classify_ArgumentsThatDoNotFit_SaysWhy(string tool, string arguments, string word)
    {
        var judged = Judge(tool, arguments);
        judged.Problem.ShouldNotBeNull().Reason.ShouldBe(GuardrailReason.InvalidArguments);
        judged.Reason.ShouldContain(word);
    }

    private static CallClassification Judge(string tool, string arguments) =>
        StandardClassifiers.Classify(tool, JsonDocument.Parse(arguments).RootElement, ClassificationContext.Empty);
}
