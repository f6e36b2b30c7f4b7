using Legator.LocalCluster.Schemas;

namespace Legator.LocalCluster.Tests.Schemas;

public sealed class CelRuleTests
{
    private const string Fields = """
        "min": {"type": "integer"}, "max": {"type": "integer"}, "name": {"type": "string"}, "tags": {"type": "array", "items": {"type": "string"}},
        "opts": {"type": "object", "additionalProperties": {"type": "string"}}, "ratio": {"type": "number"}
        """;

    [Theory]
    [InlineData("self.min <= self.max", true)]
    [InlineData("self.min * 2 + 1 == 3 && self.max % 2 == 1", true)]
    [InlineData("!has(self.nothing) || self.nothing == 'x'", true)]
    [InlineData("has(self.opts.a) ? self.opts['a'] == 'b' : false", true)]
    [InlineData("self.tags.all(t, t.startsWith('x'))", true)]
    [InlineData("self.tags.exists(t, t == 'xb') && !self.tags.exists(t, t == 'q')", true)]
    [InlineData("self.tags.filter(t, t.endsWith('b')).size() == 1", true)]
    [InlineData("self.tags.map(t, t.size()).sum() == 4", true)]
    [InlineData("'a' in self.opts && 'xa' in self.tags && !(1 in [2, 3])", true)]
    [InlineData("size(self.name) == 5 && self.name.contains('ell') && self.name.matches('^h.*o$')", true)]
    [InlineData("duration('1h30m') > duration('90s') && self.ratio < 2.0", true)]
    [InlineData("self.missing == 1 || true", true)]
    [InlineData("self.name == \"other\"", false)]
    [InlineData("self.opts.all(k, k.size() > 5)", false)]
    public void Rule_OverAnObject_GivesWhatTheLanguageSays(string rule, bool holds)
    {
        var escaped = System.Text.Json.JsonSerializer.Serialize(rule);
        var schema = SchemaText.OfSpec(Fields, $", \"x-kubernetes-validations\": [{{\"rule\": {escaped}, \"message\": \"no\"}}]");

        var complaints = schema.Complaints("""{"min": 1, "max": 3, "name": "hello", "tags": ["xa", "xb"], "opts": {"a": "b"}, "ratio": 1.5}""");

        complaints.ShouldBe(holds ? [] : ["spec: Invalid value: no"]);
    }

    [Fact]
    public void Rule_WithMessageExpressionReasonAndFieldPath_ReportsThem()
    {
        var schema = SchemaText.OfSpec(Fields, """
            , "x-kubernetes-validations": [{"rule": "self.name.startsWith('x')", "messageExpression": "'not ' + self.name", "reason": "FieldValueForbidden", "fieldPath": ".name"}]
            """);
        schema.Complaints("""{"name": "abc"}""").ShouldBe(["spec.name: Forbidden: not abc"]);
    }

    [Fact]
    public void Rule_OnATransition_RunsOnUpdatesOnly()
    {
        var schema = SchemaText.OfSpec(Fields, """
            , "x-kubernetes-validations": [{"rule": "self.min == oldSelf.min", "message": "min is fixed"}]
            """);
        schema.Complaints("""{"min": 1}""").ShouldBeEmpty();
        schema.Complaints("""{"min": 2}""", """{"min": 1}""").ShouldBe(["spec: Invalid value: min is fixed"]);
        schema.Complaints("""{"min": 1, "max": 4}""", """{"min": 1}""").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("self.min <", "Syntax error")]
    [InlineData("other.min == 1", "undeclared reference to 'other'")]
    [InlineData("self.name.frobnicate()", "undeclared reference to 'frobnicate'")]
    public void Compile_ARuleThatCannotWork_IsRefusedWithItsPlace(string rule, string reason)
    {
        var schema = SchemaText.Json($$"""{"type": "object", "x-kubernetes-validations": [{"rule": "{{rule}}"}]}""");

        var (_, errors) = ResourceSchema.Compile(schema, "root");

        errors.ShouldHaveSingleItem().Field.ShouldBe("root.x-kubernetes-validations[0].rule");
        errors[0].Message.ShouldContain(reason);
    }
}
