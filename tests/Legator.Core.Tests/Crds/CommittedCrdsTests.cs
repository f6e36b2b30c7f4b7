using System.Text.Json.Nodes;
using Legator.Core.Resources;
using Legator.Core.Resources.Schema;

namespace Legator.Core.Tests.Crds;

public sealed class CommittedCrdsTests
{
    private const string Regenerate = "LEGATOR_REGENERATE";

    public static TheoryData<Type> Kinds => [.. CrdGenerator.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void CommittedCrd_RegeneratedFromTypes_IsTheSame(Type kind)
    {
        var crd = new CrdGenerator().Generate(kind);
        ShouldBeCommitted(
            $"deploy/crds/{(string)crd["metadata"]!["name"]!}.yaml",
            $"# Generated from the C# types by tests/Legator.Core.Tests; to write it anew set {Regenerate}=1 and run them.\n{Yaml.Write(crd)}");
    }

    [Fact]
    public void ReferencePage_RegeneratedFromTypes_IsTheSame()
    {
        var generator = new CrdGenerator();

        ShouldBeCommitted("docs/crd-reference.md", ReferencePage.Write(CrdGenerator.Kinds.Select(generator.Generate)));
    }

    [Fact]
    public void EmbeddedCrds_Loaded_AreTheEightKinds()
    {
        var kinds = LegatorCrds.All.Select(crd => (string)crd["spec"]!["names"]!["kind"]!);

        kinds.Order(StringComparer.Ordinal).ShouldBe(
            ["AgentEvent", "AgentState", "ApprovalRequest", "LegatorAgent", "LegatorEnvironment", "LegatorRun", "ModelTierConfig", "UserPolicy"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PrinterColumn_JsonPath_ExistsInTheSchema(Type kind)
    {
        var version = new CrdGenerator().Generate(kind)["spec"]!["versions"]![0]!;
        foreach (var path in version["additionalPrinterColumns"]!.AsArray().Select(column => (string)column!["jsonPath"]!).Where(path => !path.StartsWith(".metadata.", StringComparison.Ordinal)))
        {
            JsonNode? at = version["schema"]!["openAPIV3Schema"];
            foreach (var field in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            {
                at = at?["properties"]?[field];
            }

            at.ShouldNotBeNull($"column path {path} of {kind.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryField_OfEveryKind_HasADescription(Type kind)
    {
        var schema = new CrdGenerator().Generate(kind)["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!;

        Undescribed(schema, kind.Name).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryObject_OfEveryKind_HasAShape(Type kind)
    {
        var schema = new CrdGenerator().Generate(kind)["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!;

        Shapeless(schema["properties"]!["spec"]!, "spec").Concat(Shapeless(schema["properties"]!["status"]!, "status")).ShouldBeEmpty();
    }

    private static void ShouldBeCommitted(string path, string expected)
    {
        var file = RepositoryFolder.File(path);
        if (Environment.GetEnvironmentVariable(Regenerate) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
        }

        File.ReadAllText(file).ShouldBe(expected, $"the types have changed: run these tests with {Regenerate}=1 and commit {path}");
    }

    private static IEnumerable<string> Shapeless(JsonNode schema, string path)
    {
        var inner = (schema["properties"] as JsonObject ?? []).Concat([new("[]", schema["items"]), new("{}", schema["additionalProperties"])]).Where(pair => pair.Value is not null).ToList();
        var free = (string)schema["type"]! is "object" or "array" && inner.Count == 0 && schema["x-kubernetes-preserve-unknown-fields"] is null;
        return inner.SelectMany(pair => Shapeless(pair.Value!, $"{path}.{pair.Key}")).Concat(free ? [path] : []);
    }

    private static IEnumerable<string> Undescribed(JsonNode schema, string path)
    {
        foreach (var (name, field) in schema["properties"] as JsonObject ?? [])
        {
            var here = $"{path}.{name}";
            if (name != "metadata" && string.IsNullOrWhiteSpace((string?)field!["description"]))
            {
                yield return here;
            }

            foreach (var inner in Undescribed(field!, here).Concat(field!["items"] is { } items ? Undescribed(items, here + "[]") : []))
            {
                yield return inner;
            }
        }
    }
}
