namespace Legator.LocalCluster.Tests.Schemas;

public sealed class SchemaValidatorTests
{
    // Every expected line below was given by a real API server 1.36 for the same schema and value.
    [Theory]
    [InlineData("""{"type": "string", "minLength": 2}""", "\"A\"", "spec.f: Invalid value: \"A\": spec.f in body should be at least 2 chars long")]
    [InlineData("""{"type": "string", "maxLength": 3}""", "\"abcd\"", "spec.f: Too long: may not be more than 3 bytes")]
    [InlineData("""{"type": "string", "pattern": "^[a-z]+$"}""", "\"ab1\"", "spec.f: Invalid value: \"ab1\": spec.f in body should match '^[a-z]+$'")]
    [InlineData("""{"type": "string", "enum": ["fast", "slow"]}""", "\"medium\"", "spec.f: Unsupported value: \"medium\": supported values: \"fast\", \"slow\"")]
    [InlineData("""{"type": "integer", "enum": [1, 2]}""", "3", "spec.f: Unsupported value: 3: supported values: \"1\", \"2\"")]
    [InlineData("""{"type": "integer", "maximum": 10}""", "11", "spec.f: Invalid value: 11: spec.f in body should be less than or equal to 10")]
    [InlineData("""{"type": "integer", "minimum": 0, "exclusiveMinimum": true}""", "0", "spec.f: Invalid value: 0: spec.f in body should be greater than 0")]
    [InlineData("""{"type": "integer", "multipleOf": 5}""", "7", "spec.f: Invalid value: 7: spec.f in body should be a multiple of 5")]
    [InlineData("""{"type": "number", "maximum": 1.5}""", "1.6", "spec.f: Invalid value: 1.6: spec.f in body should be less than or equal to 1.5")]
    [InlineData("""{"type": "boolean"}""", "\"yes\"", "spec.f: Invalid value: \"string\": spec.f in body must be of type boolean: \"string\"")]
    [InlineData("""{"type": "string"}""", "3", "spec.f: Invalid value: \"integer\": spec.f in body must be of type string: \"integer\"")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "\"2024-01-01\"", "spec.f: Invalid value: \"2024-01-01\": spec.f in body must be of type date-time: \"2024-01-01\"")]
    [InlineData("""{"type": "string", "format": "uuid"}""", "\"abc\"", "spec.f: Invalid value: \"abc\": spec.f in body must be of type uuid: \"abc\"")]
    [InlineData("""{"x-kubernetes-int-or-string": true}""", "1.5", "spec.f: Invalid value: \"number\": spec.f in body must be of type integer,string: \"number\"")]
    [InlineData("""{"type": "array", "items": {"type": "string"}, "minItems": 1}""", "[]", "spec.f: Invalid value: 0: spec.f in body should have at least 1 items")]
    [InlineData("""{"type": "array", "items": {"type": "string"}, "maxItems": 1}""", """["a", "b"]""", "spec.f: Too many: 2: must have at most 1 items")]
    [InlineData("""{"type": "array", "items": {"type": "string"}, "x-kubernetes-list-type": "set"}""", """["a", "b", "a"]""", "spec.f[2]: Duplicate value: \"a\"")]
    [InlineData("""{"type": "array", "items": {"type": "string"}}""", "[null]", "spec.f[0]: Invalid value: \"null\": spec.f[0] in body must be of type string: \"null\"")]
    [InlineData("""{"type": "object", "additionalProperties": {"type": "string"}}""", """{"a": 3}""", "spec.f.a: Invalid value: \"integer\": spec.f.a in body must be of type string: \"integer\"")]
    public void Validate_ABadValue_IsRefusedInTheApiServersWords(string schema, string value, string expected) =>
        SchemaText.OfSpec($"\"f\": {schema}").Complaints($$"""{"f": {{value}} }""").ShouldBe([expected]);

    [Fact]
    public void Validate_AnIntegerBeyondItsFormat_NamesTheFormat() =>
        SchemaText.OfSpec("""
            "f": {"type": "integer", "format": "int32"}
            """).Complaints("""{"f": 3000000000}""")
            .ShouldBe(["<nil>: Invalid value: \"\": Checked value must be of type integer with format int32 in spec.f"]);

    [Fact]
    public void Validate_RepeatedKeysOfAListMap_ShowTheKeysOnly() =>
        SchemaText.OfSpec("""
            "ports": {"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["port", "proto"],
                "items": {"type": "object", "properties": {"port": {"type": "integer"}, "proto": {"type": "string"}, "x": {"type": "string"}}}}
            """).Complaints("""{"ports": [{"port": 1, "proto": "TCP", "x": "a"}, {"port": 1, "proto": "TCP", "x": "b"}]}""")
            .ShouldBe(["spec.ports[1]: Duplicate value: {\"port\":1,\"proto\":\"TCP\"}"]);

    [Fact]
    public void Validate_NoneOfOneOf_BlamesTheFirstAlternative() =>
        SchemaText.OfSpec("""
            "one": {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "oneOf": [{"required": ["a"]}, {"required": ["b"]}]}
            """).Complaints("""{"one": {}}""")
            .ShouldBe(["<nil>: Invalid value: \"\": \"spec.one\" must validate one and only one schema (oneOf). Found none valid", "spec.one.a: Required value"]);

    [Fact]
    public void Validate_AnUnchangedBadValueOnUpdate_IsLetThrough()
    {
        var schema = SchemaText.OfSpec("""
            "old": {"type": "string", "maxLength": 1}, "new": {"type": "string", "maxLength": 1}
            """);
        schema.Complaints("""{"old": "xx", "new": "yy"}""", """{"old": "xx", "new": "y"}""").ShouldBe(["spec.new: Too long: may not be more than 1 bytes"]);
    }

    [Theory]
    [InlineData("date-time", "2024-02-03T04:05:06Z", true)]
    [InlineData("date-time", "2024-02-03T04:05:06.123456+02:00", true)]
    [InlineData("date-time", "2024-02-33T04:05:06Z", false)]
    [InlineData("duration", "1h30m", true)]
    [InlineData("duration", "3 days", true)]
    [InlineData("ipv4", "10.0.0.1", true)]
    [InlineData("ipv4", "10.1", false)]
    [InlineData("byte", "aGk=", true)]
    [InlineData("somethingelse", "anything", true)]
    public void Validate_AFormat_AcceptsWhatItShould(string format, string text, bool valid) =>
        SchemaText.OfSpec($$"""
            "f": {"type": "string", "format": "{{format}}"}
            """).Complaints($$"""{"f": "{{text}}"}""").Length.ShouldBe(valid ? 0 : 1);
}
