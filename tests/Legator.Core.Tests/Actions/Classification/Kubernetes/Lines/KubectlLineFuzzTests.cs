using System.Text.Json;
using CsCheck;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Tests.Actions.Classification.Kubernetes.Lines;

public sealed class KubectlLineFuzzTests
{
    private static readonly string[] Pieces =
    [
        "get", "delete", "pods", "pvc", "deploy/web", "-n", "demo", "--all", "-A", "-f", "x.yaml", "--dry-run=client", "--dry-run=none", "--raw", "/api/v1/pods", "--", "-", "'", "\"", "\\", "\n", " ", ";", "|", "$", "`", "{", ",", "}",
        "patch", "-p", "'{\"spec\":{}}'", "apply", "rollout", "restart", "--as=x", "=", "--", "exec", "set", "env", "config", "view", "--help", "\0", "é", "create", "secret", "generic", "-l", "a=b", "/", "//", "..", "scale", "--replicas=0",
    ];

    private static readonly Gen<string> Lines =
        Gen.Select(Any(Pieces), Any("", " ", " ", " "), (piece, gap) => piece + gap).Array[0, 14].Select(string.Concat);

    private static Gen<string> Any(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    [Fact]
    public void Judge_AnyLine_AnswersWithActionsOrAProblem() =>
        Lines.Sample(line =>
        {
            var judged = KubectlLine.Judge(line, ClassificationContext.Empty);
            return judged.Problem is not null || judged.Actions.Count > 0;
        }, iter: 20_000);

    [Fact]
    public void Judge_AnyText_AnswersWithActionsOrAProblem() =>
        Gen.String.Sample(line => KubectlLine.Judge(line, ClassificationContext.Empty).Reason.Length > 0, iter: 5_000);

    [Fact]
    public void Judge_DeletionOfAClaim_StaysOneWhateverIsAdded() =>
        Lines.Where(l => !l.Contains("--dry-run=client") && !l.Contains("--help")).Sample(added =>
        {
            var judged = KubectlLine.Judge($"delete pvc data {added}", ClassificationContext.Empty);
            return judged.Tier >= RiskTier.DestructiveMutation;
        }, iter: 10_000);

    [Fact]
    public void Classify_AnyArguments_AnswersWithActionsOrAProblem() =>
        Gen.Select(Any("kubectl.get", "kubectl.delete", "kubectl.patch", "kubectl.apply", "kubectl.rollout", "kubectl.create", "kubectl.set", "kubectl.exec", "kubectl.", "kubectl..", "kubectl"),
            Gen.Dictionary(Any("resource", "name", "namespace", "patch", "manifest", "action", "command", "type", "replicas", "labels", "as", "x", "kind", ""), Any("\"pods\"", "\"web\"", "null", "1", "true", "[]", "[\"a\"]", "{}", "{\"a\":{\"b\":null}}", "\"{}\"", "\"[\"", "\"restart\"", "\"\""))[0, 5])
            .Sample((tool, members) =>
            {
                var json = "{" + string.Join(',', members.Select(m => $"\"{m.Key}\":{m.Value}")) + "}";
                return StandardClassifiers.Classify(tool, JsonDocument.Parse(json).RootElement, ClassificationContext.Empty).Reason.Length > 0;
            }, iter: 10_000);

    [Theory]
    [InlineData("get pods {0}", "a ")]
    [InlineData("get {0}", "pods,")]
    [InlineData("get {0}", "pods/a ")]
    [InlineData("delete pods -{0}", "n")]
    [InlineData("get pods {0}", "-n a ")]
    [InlineData("get '{0}'", "x")]
    [InlineData("get {0}", "\\")]
    [InlineData("get {0}", "{")]
    [InlineData("patch pod x -p '{0}'", "[")]
    [InlineData("patch pod x -p '{0}'", "{\"a\":")]
    [InlineData("patch pod x -p '{0}'", "a: {")]
    [InlineData("{0}", "create ")]
    [InlineData("{0}", "-")]
    public void Judge_HugeLine_AnswersWithinASecond(string shape, string piece)
    {
        foreach (var size in new[] { 90_000, 1_000_000 })
        {
            var line = string.Format(null, shape, string.Concat(Enumerable.Repeat(piece, size / piece.Length)));
            Quickest.ShouldTakeLessThan(TimeSpan.FromSeconds(2), () => KubectlLine.Judge(line, ClassificationContext.Empty).Reason.ShouldNotBeEmpty(), $"{shape} of {size}");
        }
    }
}
