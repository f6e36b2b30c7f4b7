using System.Text.Json.Nodes;
using Legator.Core.Resources.Schema;
using Legator.Core.Tests.Examples;

namespace Legator.Core.Tests.Fields;

public sealed class ResourceSchemasTests
{
    private const string Sound = """
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: a}
        spec:
          description: d
          schedule: {interval: 5m}
          model: {tier: fast}
          skills: [{name: s, source: bundled}]
          environmentRef: lab
          guardrails: {autonomy: observe}
        """;

    public static TheoryData<string> Examples => [.. ExampleFile.All.Where(file => ResourceSchemas.Kinds.Contains(file.Kind)).Select(file => file.ToString())];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Check_Example_Fits(string name)
    {
        var example = ExampleFile.All.Single(file => file.ToString() == name);
        ResourceSchemas.Check(example.Kind, example.Document).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("description: d", "descriptoin: d", "spec.description: is missing: write a text")]
    [InlineData("description: d", "descriptoin: d", "spec.descriptoin: there is no such field: did you mean description?")]
    [InlineData("autonomy: observe", "autonomy: total", "spec.guardrails.autonomy: 'total' is not one of observe, recommend, automate-safe, automate-destructive")]
    [InlineData("autonomy: observe", "maxIterations: many", "spec.guardrails.maxIterations: 'many' is not a whole number")]
    [InlineData("autonomy: observe", "maxIterations: 1.5", "spec.guardrails.maxIterations: 1.5 is not a whole number")]
    [InlineData("skills: [{name: s, source: bundled}]", "skills: none", "spec.skills: 'none' is not a list")]
    [InlineData("skills: [{name: s, source: bundled}]", "skills: [{name: s, source: [a]}]", "spec.skills[0].source: a list is not a text")]
    [InlineData("environmentRef: lab", "environmentRef:", "spec.environmentRef: is empty: write a text, or leave it out")]
    [InlineData("guardrails: {autonomy: observe}", "guardrails: {limits: {maxTargetPerCall: 1}}", "did you mean maxTargetsPerCall?")]
    public void Check_Mistake_NamesFieldAndFix(string sound, string mistake, string problem) =>
        Check(Sound.Replace(sound, mistake)).ShouldContain(found => found.Contains(problem));

    [Fact]
    public void Check_SeveralMistakes_NamesAllOfThem() =>
        Check(Sound.Replace("description: d", "colour: d").Replace("observe", "see").Replace("5m", "[5]")).Count.ShouldBe(4);

    [Fact]
    public void Check_Sound_Fits() => Check(Sound).ShouldBeEmpty();

    private static List<string> Check(string yaml) => [.. ResourceSchemas.Check("LegatorAgent", (JsonObject)Yaml.Parse(yaml)!).Select(problem => problem.ToString())];
}
