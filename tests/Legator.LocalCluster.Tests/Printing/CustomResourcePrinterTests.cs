using System.Text.Json.Nodes;
using Legator.LocalCluster.Printing;

namespace Legator.LocalCluster.Tests.Printing;

public sealed class CustomResourcePrinterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private const string Widget = """
        {"metadata": {"name": "w1", "creationTimestamp": "2026-11-22T11:59:00Z", "annotations": {"a.b/c": "escaped"}},
         "spec": {"count": 5, "ratio": 1.25, "on": true, "when": "2026-11-20T12:00:00Z", "name": "abc", "tags": ["x", "z"], "nested": {"b": "r", "a": "q"}},
         "status": {"conditions": [{"type": "Other", "status": "False"}, {"type": "Ready", "status": "True"}]}}
        """;

    [Theory]
    [InlineData("string", ".spec.name", "\"abc\"")]
    [InlineData("integer", ".spec.count", "5")]
    [InlineData("string", ".spec.count", "\"5\"")]
    [InlineData("integer", ".spec.name", "null")]
    [InlineData("number", ".spec.ratio", "1.25")]
    [InlineData("boolean", ".spec.on", "true")]
    [InlineData("date", ".spec.when", "\"2d\"")]
    [InlineData("date", ".spec.name", "\"\\u003Cinvalid\\u003E\"")]
    [InlineData("date", ".metadata.creationTimestamp", "\"60s\"")]
    [InlineData("string", ".status.conditions[?(@.type==\"Ready\")].status", "\"True\"")]
    [InlineData("string", ".spec.tags[*]", "\"x\"")]
    [InlineData("string", ".spec.tags[-1]", "\"z\"")]
    [InlineData("string", ".spec.tags", "\"[\\u0022x\\u0022,\\u0022z\\u0022]\"")]
    [InlineData("string", ".metadata.annotations.a\\.b/c", "\"escaped\"")]
    [InlineData("string", ".metadata.annotations['a.b/c']", "\"escaped\"")]
    [InlineData("string", ".spec.nested", "\"{\\u0022a\\u0022:\\u0022q\\u0022,\\u0022b\\u0022:\\u0022r\\u0022}\"")]
    [InlineData("string", ".spec.missing", "null")]
    public void Cells_OfAColumn_ShowWhatTheApiServerShows(string type, string path, string expected)
    {
        var column = new JsonObject { ["name"] = "C", ["type"] = type, ["jsonPath"] = path };

        var (printer, errors) = CustomResourcePrinter.Compile(new JsonArray(column), "columns");

        errors.ShouldBeEmpty();
        var cell = printer.Cells(JsonNode.Parse(Widget)!.AsObject(), Now)[1];
        (cell?.ToJsonString() ?? "null").ShouldBe(expected);
    }

    [Fact]
    public void Compile_NoColumns_ShowsNameAndAge()
    {
        var (printer, _) = CustomResourcePrinter.Compile(null, "columns");

        printer.Columns.Select(c => c.Name).ShouldBe(["Name", "Age"]);
    }

    [Fact]
    public void Compile_AnUnreadablePath_IsAnErrorOfTheDefinition()
    {
        var (_, errors) = CustomResourcePrinter.Compile([new JsonObject { ["name"] = "C", ["type"] = "string", ["jsonPath"] = ".a[" }], "columns");

        errors.ShouldHaveSingleItem().Field.ShouldBe("columns[0].jsonPath");
    }
}
