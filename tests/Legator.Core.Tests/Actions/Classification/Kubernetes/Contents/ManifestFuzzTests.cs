using System.Text.Json;
using CsCheck;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Actions.Classification.Kubernetes.Contents;

public sealed class ManifestFuzzTests
{
    private static readonly string[] Pieces =
    [
        "apiVersion: v1\n", "kind: Pod\n", "kind: List\n", "items:\n", "- ", "  ", "metadata: {name: x}\n", "spec:\n", "---\n", "...\n", "&a ", "*a ", "<<: *a\n", "hostPath: {path: /}\n", "{", "}", "[", "]", ": ", "\n", "\"", "'", "|\n", "!!str ",
        "finalizers: []\n", "? ", "%YAML 1.2\n", "#\n", "\t", "null", "true", "0x1F", "{\"kind\":\"Pod\",\"apiVersion\":\"v1\"}",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 25].Select(string.Concat);

    [Fact]
    public void Classify_AnyManifest_IsNeverARead() =>
        Texts.Sample(text => Apply(text).Tier > RiskTier.Read, iter: 5_000);

    [Fact]
    public void Classify_AnyPatch_IsNeverARead() =>
        Texts.Sample(text => Patch(text).Tier > RiskTier.Read, iter: 5_000);

    [Theory]
    [InlineData("a: [", 300_000)]
    [InlineData("[", 1_000_000)]
    [InlineData("{\"a\":", 200_000)]
    [InlineData("- ", 500_000)]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n---\n", 4_500)]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n---\n", 16_000)]
    public void Classify_HugeManifest_AnswersInTime(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        Quickest.ShouldTakeLessThan(TimeSpan.FromSeconds(5), () =>
        {
            Apply(text).Tier.ShouldNotBe(RiskTier.Read);
            Patch(text).Tier.ShouldNotBe(RiskTier.Read);
        }, piece);
    }

    private static CallClassification Apply(string manifest) =>
        StandardClassifiers.Classify("kubectl.apply", JsonSerializer.SerializeToElement(new { manifest }), ClassificationContext.Empty);

    private static CallClassification Patch(string patch) =>
        StandardClassifiers.Classify("kubectl.patch", JsonSerializer.SerializeToElement(new { resource = "pod", name = "x", patch }), ClassificationContext.Empty);
}
