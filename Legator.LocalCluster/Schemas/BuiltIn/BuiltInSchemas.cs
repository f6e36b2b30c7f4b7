using System.Collections.Concurrent;
using System.Collections.Frozen;
using k8s.Models;

namespace Legator.LocalCluster.Schemas.BuiltIn;

/// <summary>Compiled schemas of the built-in kinds: which fields exist, of which type, and how lists are merged. They carry no defaults and no limits.</summary>
internal static class BuiltInSchemas
{
    private const int MaxDepth = 24;
    private static readonly ConcurrentDictionary<Type, StructuralSchema> Models = new();

    /// <summary>The schema of a type and all that is below it.</summary>
    public static StructuralSchema Of(Type model) => Model(model, 0);

    private static StructuralSchema Model(Type model, int depth)
    {
        if (Models.TryGetValue(model, out var known))
        {
            return known;
        }
        // Schemas of schemas nest for ever; nobody writes them this deep.
        if (depth > MaxDepth || model == typeof(V1JSONSchemaProps))
        {
            return StructuralSchema.Anything;
        }
        var name = BuiltInModels.ShortName(model);
        var fields = BuiltInModels.Fields(model).ToFrozenDictionary(f => f.Name, f => Field(f.Type, depth, BuiltInMerges.For(name, f.Name)), StringComparer.Ordinal);
        var schema = new StructuralSchema
        {
            Types = SchemaTypes.Object,
            TypeText = "object",
            Nullable = true,
            Properties = fields,
            AtomicMap = BuiltInMerges.IsAtomic(name),
        };
        return Models.GetOrAdd(model, schema);
    }

    private static StructuralSchema Field(Type type, int depth, FieldMerge? merge)
    {
        if (BuiltInModels.ItemType(type) is { } item)
        {
            return new StructuralSchema
            {
                Types = SchemaTypes.Array,
                TypeText = "array",
                Nullable = true,
                Items = Field(item, depth + 1, null),
                ListKind = merge?.Kind ?? ListKind.Atomic,
                ListMapKeys = merge?.Keys ?? [],
            };
        }
        if (BuiltInModels.ValueType(type) is { } value)
        {
            return new StructuralSchema { Types = SchemaTypes.Object, TypeText = "object", Nullable = true, AdditionalProperties = Field(value, depth + 1, null) };
        }
        return BuiltInModels.IsModel(type) ? Model(type, depth + 1) : Scalar(Nullable.GetUnderlyingType(type) ?? type);
    }

    private static StructuralSchema Scalar(Type type)
    {
        if (type == typeof(object))
        {
            return StructuralSchema.Anything;
        }
        var (types, text, format) = Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => (SchemaTypes.Boolean, "boolean", ""),
            TypeCode.Int32 => (SchemaTypes.Integer, "integer", "int32"),
            TypeCode.Int64 => (SchemaTypes.Integer, "integer", "int64"),
            TypeCode.Double => (SchemaTypes.Number, "number", ""),
            TypeCode.DateTime => (SchemaTypes.String, "string", "date-time"),
            _ when type == typeof(IntOrString) => (SchemaTypes.Integer | SchemaTypes.String, "integer,string", ""),
            _ when type == typeof(ResourceQuantity) => (SchemaTypes.Integer | SchemaTypes.Number | SchemaTypes.String, "integer,string", ""),
            _ when type == typeof(byte[]) => (SchemaTypes.String, "string", "byte"),
            _ => (SchemaTypes.String, "string", ""),
        };
        var limits = type == typeof(ResourceQuantity) ? new ValueConstraints { Pattern = GoDecoding.Quantity() } : null;
        return new StructuralSchema { Types = types, TypeText = text, Format = format, Nullable = true, Constraints = limits };
    }
}
