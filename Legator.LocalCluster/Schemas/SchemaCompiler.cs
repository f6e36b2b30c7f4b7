using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Schemas.Cel;

namespace Legator.LocalCluster.Schemas;

/// <summary>Turns the JSON form of an OpenAPI v3 schema into <see cref="StructuralSchema"/> nodes and collects everything that is wrong with it.</summary>
internal sealed class SchemaCompiler
{
    private readonly List<FieldError> errors = [];

    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>Compiles the root schema of a version.</summary>
    public StructuralSchema CompileRoot(JsonObject schema, string path)
    {
        if (Text(schema, "type") is not "object")
        {
            errors.Add(schema.ContainsKey("type")
                ? FieldError.Invalid($"{path}.type", schema["type"], "must be object at the root")
                : FieldError.Required($"{path}.type", "must not be empty at the root"));
        }
        return Node(schema, path, structural: true, root: true);
    }

    private StructuralSchema Node(JsonObject schema, string path, bool structural, bool root = false)
    {
        var intOrString = Flag(schema, "x-kubernetes-int-or-string");
        var preserve = Flag(schema, "x-kubernetes-preserve-unknown-fields");
        var types = Types(schema, path, intOrString);
        if (structural && !root && Text(schema, "type") is null or "" && !intOrString && !preserve)
        {
            errors.Add(FieldError.Required($"{path}.type", "must not be empty for specified " + (path.EndsWith(".items", StringComparison.Ordinal) ? "array items" : "object fields")));
        }
        var properties = Properties(schema, path, structural);
        var additional = Additional(schema, path, structural);
        var items = schema["items"] is JsonObject item ? Node(item, $"{path}.items", structural) : null;
        if (structural && types.HasFlag(SchemaTypes.Array) && items is null)
        {
            errors.Add(FieldError.Required($"{path}.items", "must be specified"));
        }
        var rules = Rules(schema, path);
        var children = properties.Values.Append(additional).Append(items).OfType<StructuralSchema>().ToArray();
        return new StructuralSchema
        {
            Types = types,
            TypeText = intOrString ? "integer,string" : Text(schema, "type") ?? "",
            Format = Text(schema, "format") ?? "",
            Nullable = Flag(schema, "nullable"),
            IntOrString = intOrString,
            PreserveUnknownFields = preserve,
            EmbeddedResource = Flag(schema, "x-kubernetes-embedded-resource"),
            Properties = properties.ToFrozenDictionary(StringComparer.Ordinal),
            AdditionalProperties = additional,
            Items = items,
            ListKind = ListKindOf(schema, path),
            ListMapKeys = Strings(schema["x-kubernetes-list-map-keys"]),
            AtomicMap = Text(schema, "x-kubernetes-map-type") == "atomic",
            HasDefault = schema.ContainsKey("default"),
            Default = schema["default"]?.DeepClone(),
            Required = Strings(schema["required"]),
            Constraints = new ConstraintReader(errors, Node).Read(schema, path),
            Rules = rules,
            Defaulted = [.. properties.Where(p => p.Value.HasDefault || p.Value.HoldsDefaults)],
            HoldsDefaults = children.Any(c => c.HasDefault || c.HoldsDefaults),
            HoldsRules = rules.Length > 0 || children.Any(c => c.HoldsRules),
        };
    }

    private Dictionary<string, StructuralSchema> Properties(JsonObject schema, string path, bool structural)
    {
        var properties = new Dictionary<string, StructuralSchema>(StringComparer.Ordinal);
        foreach (var (name, value) in schema["properties"] as JsonObject ?? [])
        {
            if (value is JsonObject property)
            {
                properties[name] = Node(property, $"{path}.properties[{name}]", structural);
            }
        }
        return properties;
    }

    private StructuralSchema? Additional(JsonObject schema, string path, bool structural) => schema["additionalProperties"] switch
    {
        JsonObject additional => Node(additional, $"{path}.additionalProperties", structural),
        JsonValue value when value.GetValueKind() == JsonValueKind.True => StructuralSchema.Anything,
        _ => null,
    };

    private SchemaTypes Types(JsonObject schema, string path, bool intOrString)
    {
        if (intOrString)
        {
            return SchemaTypes.Integer | SchemaTypes.String;
        }
        switch (Text(schema, "type"))
        {
            case null or "": return SchemaTypes.None;
            case "object": return SchemaTypes.Object;
            case "array": return SchemaTypes.Array;
            case "string": return SchemaTypes.String;
            case "integer": return SchemaTypes.Integer;
            case "number": return SchemaTypes.Number;
            case "boolean": return SchemaTypes.Boolean;
            default:
                errors.Add(FieldError.NotSupported($"{path}.type", schema["type"], ["array", "boolean", "integer", "number", "object", "string"]));
                return SchemaTypes.None;
        }
    }

    private ListKind ListKindOf(JsonObject schema, string path)
    {
        switch (Text(schema, "x-kubernetes-list-type"))
        {
            case null or "atomic": return ListKind.Atomic;
            case "set": return ListKind.Set;
            case "map":
                if (Strings(schema["x-kubernetes-list-map-keys"]).Length == 0)
                {
                    errors.Add(FieldError.Required($"{path}.x-kubernetes-list-map-keys", "must not be empty if x-kubernetes-list-type is map"));
                }
                return ListKind.Map;
            default:
                errors.Add(FieldError.NotSupported($"{path}.x-kubernetes-list-type", schema["x-kubernetes-list-type"], ["atomic", "set", "map"]));
                return ListKind.Atomic;
        }
    }

    private CelRule[] Rules(JsonObject schema, string path)
    {
        var rules = new List<CelRule>();
        var declared = schema["x-kubernetes-validations"] as JsonArray ?? [];
        for (var i = 0; i < declared.Count; i++)
        {
            if (declared[i] is JsonObject rule && CelRule.Compile(rule, $"{path}.x-kubernetes-validations[{i}]", errors) is { } compiled)
            {
                rules.Add(compiled);
            }
        }
        return [.. rules];
    }

    internal static string? Text(JsonObject schema, string key) =>
        schema[key] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    internal static bool Flag(JsonObject schema, string key) => schema[key] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    internal static string[] Strings(JsonNode? node) =>
        node is JsonArray list ? [.. list.OfType<JsonValue>().Where(v => v.GetValueKind() == JsonValueKind.String).Select(v => v.GetValue<string>())] : [];
}
