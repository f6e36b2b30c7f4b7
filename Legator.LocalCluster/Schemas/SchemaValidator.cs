using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Schemas.Cel;

namespace Legator.LocalCluster.Schemas;

/// <summary>One validation of one object against a compiled schema.</summary>
internal sealed class SchemaValidator
{
    private static readonly FieldError RulesSkipped = FieldError.Invalid(
        null, null, "some validation rules were not checked because the object was invalid; correct the existing errors to complete validation");

    private readonly FieldPath path = new();
    private List<FieldError> errors = [];

    /// <summary>Validates a resource: its schema first, then its rules, which presume well-formed fields.</summary>
    public static IReadOnlyList<FieldError> Validate(JsonNode? resource, JsonNode? old, StructuralSchema schema) => Validate(resource, old, schema, schema.HoldsRules);

    /// <summary>Validates a part of a resource that has rules, be it in this part or elsewhere.</summary>
    public static IReadOnlyList<FieldError> Validate(JsonNode? resource, JsonNode? old, StructuralSchema schema, bool hasRules)
    {
        var validator = new SchemaValidator();
        validator.Value(resource, old, old is not null, schema);
        if (!hasRules)
        {
            return validator.errors;
        }
        if (validator.errors.Any(Blocks))
        {
            validator.errors.Add(RulesSkipped);
            return validator.errors;
        }
        return resource is null ? validator.errors : [.. validator.errors, .. CelValidation.Run(resource, old, schema)];
    }

    /// <summary>Validates the default of a schema node.</summary>
    public static IReadOnlyList<FieldError> ValidateDefault(JsonNode? value, StructuralSchema schema)
    {
        var validator = new SchemaValidator();
        validator.Value(value, null, false, schema);
        return validator.errors;
    }

    private static bool Blocks(FieldError error) =>
        error.Reason is FieldErrorReason.NotSupported or FieldErrorReason.Required or FieldErrorReason.TooLong or FieldErrorReason.TooMany or FieldErrorReason.TypeInvalid;

    private void Value(JsonNode? value, JsonNode? old, bool hasOld, StructuralSchema schema)
    {
        var before = errors.Count;
        if (value is null)
        {
            Null(schema);
        }
        else
        {
            NonNull(value, old, schema);
        }
        // What was wrong before and is unchanged does not block an update of something else.
        if (hasOld && errors.Count > before && JsonNode.DeepEquals(value, old))
        {
            errors.RemoveRange(before, errors.Count - before);
        }
    }

    private void Null(StructuralSchema schema)
    {
        if (!schema.Nullable && schema.TypeText.Length > 0)
        {
            AddTypeError(schema.TypeText, "null");
        }
    }

    private void NonNull(JsonNode value, JsonNode? old, StructuralSchema schema)
    {
        var kind = value.GetValueKind();
        if (schema.Types != SchemaTypes.None)
        {
            CheckType(value, kind, schema);
        }
        if (schema.Constraints is { } constraints)
        {
            Alternatives(value, constraints);
            new ConstraintCheck(path, errors).Run(value, kind, constraints);
        }
        switch (value)
        {
            case JsonObject map:
                Object(map, old as JsonObject, schema);
                break;
            case JsonArray list:
                List(list, old as JsonArray, schema);
                break;
            case JsonValue scalar when kind == JsonValueKind.String && schema.Format.Length > 0:
                CheckFormat(scalar, schema);
                break;
            case JsonValue scalar when kind == JsonValueKind.Number && schema.Types == SchemaTypes.Integer:
                CheckRange(scalar, schema);
                break;
        }
    }

    private void CheckType(JsonNode value, JsonValueKind kind, StructuralSchema schema)
    {
        var actual = JsonTypes.Of(value, kind);
        if ((schema.Types & actual) != 0)
        {
            return;
        }
        if (actual == SchemaTypes.Integer && schema.Types.HasFlag(SchemaTypes.Number))
        {
            return;
        }
        // The API server names the format instead of the type for everything but strings and lists.
        if (schema.Format.Length > 0 && kind is not (JsonValueKind.String or JsonValueKind.Array))
        {
            AddTypeError(schema.Format, JsonTypes.GoFormatOf(actual));
        }
        else
        {
            AddTypeError(schema.TypeText, JsonTypes.NameOf(actual));
        }
    }

    private void Object(JsonObject map, JsonObject? old, StructuralSchema schema)
    {
        foreach (var (name, child) in map)
        {
            if ((schema.Properties.GetValueOrDefault(name) ?? schema.AdditionalProperties) is { } property)
            {
                JsonNode? before = null;
                var hasOld = old is not null && old.TryGetPropertyValue(name, out before);
                path.Push(name);
                Value(child, before, hasOld, property);
                path.Pop();
            }
        }
        foreach (var name in schema.Required)
        {
            if (!map.ContainsKey(name))
            {
                errors.Add(FieldError.Required(path.Child(name)));
            }
        }
        if (schema.EmbeddedResource)
        {
            EmbeddedResource(map);
        }
    }

    private void EmbeddedResource(JsonObject map)
    {
        foreach (var name in (ReadOnlySpan<string>)["apiVersion", "kind"])
        {
            if (!map.TryGetPropertyValue(name, out var value))
            {
                errors.Add(FieldError.Required(path.Child(name)));
            }
            else if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>().Length == 0)
            {
                errors.Add(FieldError.Required(path.Child(name), "must not be empty"));
            }
        }
    }

    private void List(JsonArray list, JsonArray? old, StructuralSchema schema)
    {
        if (schema.Items is { } items)
        {
            var matches = old is not null && schema.ListKind == ListKind.Map ? new ListMatch(old, schema.ListMapKeys) : null;
            for (var i = 0; i < list.Count; i++)
            {
                var before = matches?.Find(list[i]);
                path.Push(i);
                Value(list[i], before, before is not null, items);
                path.Pop();
            }
        }
        if (schema.ListKind != ListKind.Atomic)
        {
            ListDuplicates.Check(list, schema, path, errors);
        }
    }

    private void CheckFormat(JsonValue scalar, StructuralSchema schema)
    {
        var text = scalar.GetValue<string>();
        if (!StringFormats.IsValid(schema.Format, text))
        {
            AddTypeError(schema.Format, text);
        }
    }

    private void CheckRange(JsonValue scalar, StructuralSchema schema)
    {
        var inRange = JsonNumbers.TryGetInt64(scalar, out var number) && (schema.Format != "int32" || number is >= int.MinValue and <= int.MaxValue);
        if (!inRange)
        {
            var format = schema.Format.Length == 0 ? "(default format)" : $"with format {schema.Format}";
            errors.Add(FieldError.Invalid(null, "", $"Checked value must be of type integer {format} in {path}"));
        }
    }

    private void Alternatives(JsonNode value, ValueConstraints constraints)
    {
        if (constraints.AnyOf.Length > 0)
        {
            AnyOf(value, constraints.AnyOf);
        }
        if (constraints.OneOf.Length > 0)
        {
            OneOf(value, constraints.OneOf);
        }
        if (constraints.AllOf.Length > 0)
        {
            AllOf(value, constraints.AllOf);
        }
        if (constraints.Not is { } not && Try(value, not).Count == 0)
        {
            AddSchemaError("must not validate the schema (not)");
        }
    }

    private void AnyOf(JsonNode value, StructuralSchema[] schemas)
    {
        List<FieldError>? best = null;
        foreach (var schema in schemas)
        {
            var problems = Try(value, schema);
            if (problems.Count == 0)
            {
                return;
            }
            best ??= problems;
        }
        AddSchemaError("must validate at least one schema (anyOf)");
        errors.AddRange(best!);
    }

    private void OneOf(JsonNode value, StructuralSchema[] schemas)
    {
        List<FieldError>? best = null;
        var valid = 0;
        foreach (var schema in schemas)
        {
            var problems = Try(value, schema);
            valid += problems.Count == 0 ? 1 : 0;
            best ??= problems;
        }
        if (valid != 1)
        {
            AddSchemaError("must validate one and only one schema (oneOf). " + (valid == 0 ? "Found none valid" : $"Found {valid} valid alternatives"));
            errors.AddRange(valid == 0 ? best! : []);
        }
    }

    private void AllOf(JsonNode value, StructuralSchema[] schemas)
    {
        var valid = 0;
        foreach (var schema in schemas)
        {
            var problems = Try(value, schema);
            valid += problems.Count == 0 ? 1 : 0;
            errors.AddRange(problems);
        }
        if (valid != schemas.Length)
        {
            AddSchemaError("must validate all the schemas (allOf)" + (valid == 0 ? ". None validated" : ""));
        }
    }

    private List<FieldError> Try(JsonNode value, StructuralSchema schema)
    {
        var kept = errors;
        errors = [];
        Value(value, null, false, schema);
        var found = errors;
        errors = kept;
        return found;
    }

    private void AddSchemaError(string text) => errors.Add(FieldError.Invalid(null, "", $"\"{path}\" {text}"));

    private void AddTypeError(string expected, string actual)
    {
        var field = path.ToString();
        errors.Add(FieldError.TypeInvalid(field, actual, $"{field} in body must be of type {expected}: \"{actual}\""));
    }
}
