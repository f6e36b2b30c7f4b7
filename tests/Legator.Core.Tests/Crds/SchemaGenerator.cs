using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Legator.Core.Resources.Schema;

namespace Legator.Core.Tests.Crds;

/// <summary>
/// Turns the JSON schema that the serializer has of a type into the structural schema of Kubernetes. Where <paramref name="defaults"/> is set, a scalar that is neither
/// required nor nullable has as its default what a new instance holds; elsewhere only <see cref="DefaultValueAttribute"/> gives one.
/// </summary>
internal sealed class SchemaGenerator(XmlDocumentation documentation, bool defaults)
{
    private readonly NullabilityInfoContext _nullability = new();

    public JsonNode Generate(Type type) =>
        LegatorJson.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform });

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var source = schema as JsonObject ?? [];

        // The serializer points back to a type that it has described before; a structural schema has no references.
        source = source.ContainsKey("$ref") ? Generate(type).AsObject() : source;
        var property = context.PropertyInfo?.AttributeProvider as PropertyInfo;
        var result = new JsonObject
        {
            ["description"] = property is null ? documentation.Summary(type) : documentation.Summary(property),
        };
        if (Has<PreserveUnknownFieldsAttribute>(property))
        {
            result["type"] = "object";
            result["x-kubernetes-preserve-unknown-fields"] = true;
            return result;
        }

        AddType(result, type, context.TypeInfo.Kind);
        AddChildren(result, source, property);
        AddValidation(result, type, property);
        AddDefault(result, property, context.PropertyInfo?.IsRequired == true);
        foreach (var name in result.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
        {
            result.Remove(name);
        }

        return result;
    }

    private static void AddType(JsonObject result, Type type, JsonTypeInfoKind kind)
    {
        result["type"] = kind switch
        {
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "object",
            JsonTypeInfoKind.Enumerable => "array",
            _ when type == typeof(bool) => "boolean",
            _ when type == typeof(int) || type == typeof(long) => "integer",
            _ => "string",
        };
        result["format"] = type == typeof(int) ? "int32" : type == typeof(long) ? "int64" : type == typeof(DateTimeOffset) ? "date-time" : null;
        if (type.IsEnum)
        {
            result["enum"] = new JsonArray([.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type, LegatorJson.Options))]);
        }
    }

    private static void AddChildren(JsonObject result, JsonObject source, PropertyInfo? property)
    {
        foreach (var name in new[] { "properties", "required", "items", "additionalProperties" })
        {
            result[name] = source[name]?.DeepClone();
        }

        if (property?.GetCustomAttribute<ListMapKeyAttribute>() is { } list)
        {
            result["x-kubernetes-list-type"] = "map";
            result["x-kubernetes-list-map-keys"] = new JsonArray(list.Key);
        }
    }

    private static void AddValidation(JsonObject result, Type type, PropertyInfo? property)
    {
        if (property?.GetCustomAttribute<MinLengthAttribute>() is { } minimum)
        {
            result["minItems"] = minimum.Length;
        }

        var rules = type.GetCustomAttributes<ValidationRuleAttribute>().Select(rule => new JsonObject { ["rule"] = rule.Rule, ["message"] = rule.Message }).ToArray<JsonNode>();
        if (rules.Length > 0)
        {
            result["x-kubernetes-validations"] = new JsonArray(rules);
        }
    }

    private void AddDefault(JsonObject result, PropertyInfo? property, bool required)
    {
        if (property is null || required || _nullability.Create(property).WriteState == NullabilityState.Nullable || IsCollection(property.PropertyType))
        {
            return;
        }

        if (defaults || Has<DefaultValueAttribute>(property))
        {
            var value = property.GetValue(NewInstance(property.DeclaringType!));
            result["default"] = JsonSerializer.SerializeToNode(value, property.PropertyType, LegatorJson.Options);
        }
    }

    private static object NewInstance(Type type) => Activator.CreateInstance(type) ?? RuntimeHelpers.GetUninitializedObject(type);

    private static bool IsCollection(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static bool Has<T>(PropertyInfo? property)
        where T : Attribute =>
        property?.GetCustomAttribute<T>() is not null;
}
