using System.Text.Json.Nodes;

namespace Legator.Core.Tests.YamlText;

/// <summary>Scalars as kubectl 1.32 turned them into JSON; null where it refused.</summary>
public sealed class KubectlScalarsTests
{
    public static TheoryData<string, string?> Scalars
    {
        get
        {
            var rows = JsonNode.Parse(File.ReadAllText(RepositoryFolder.File("tests/Legator.Core.Tests/YamlText/kubectl-scalars.json")))!.AsArray();
            return [.. rows.Select(row => ((string)row!["yaml"]!, (string?)row["json"]))];
        }
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public void Scalar_Read_IsWhatKubectlMakesOfIt(string yaml, string? json)
    {
        var document = $"spec:\n  v: {yaml}\n";
        if (json is null)
        {
            Should.Throw<YamlFormatException>(() => Yaml.Parse(document));
            return;
        }

        var value = Yaml.Parse(document)!["spec"]!["v"];
        JsonNode.DeepEquals(value, JsonNode.Parse(json)).ShouldBeTrue($"{value?.ToJsonString()} instead of {json}");
    }
}
