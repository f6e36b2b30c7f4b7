using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas;

/// <summary>Fills in defaults and drops meaningless nulls, in place.</summary>
internal static class SchemaDefaulter
{
    /// <summary>Applies the defaults below a value. Only what is absent, or null and not nullable, is filled.</summary>
    public static void Apply(JsonNode? value, StructuralSchema schema)
    {
        switch (value)
        {
            case JsonObject map:
                ApplyToObject(map, schema);
                break;
            case JsonArray list when schema.Items is { HoldsDefaults: true } items:
                foreach (var item in list)
                {
                    Apply(item, items);
                }
                break;
        }
    }

    /// <summary>Removes nulls from fields that are not nullable: there a null means the same as nothing.</summary>
    public static void DropNulls(JsonNode? value, StructuralSchema schema)
    {
        switch (value)
        {
            case JsonObject map:
                DropNulls(map, schema);
                break;
            case JsonArray list when schema.Items is { } items:
                foreach (var item in list)
                {
                    DropNulls(item, items);
                }
                break;
        }
    }

    private static void ApplyToObject(JsonObject map, StructuralSchema schema)
    {
        foreach (var (name, property) in schema.Defaulted)
        {
            if (property.HasDefault && (!map.TryGetPropertyValue(name, out var present) || (present is null && !property.Nullable)))
            {
                map[name] = property.Default?.DeepClone();
            }
            if (property.HoldsDefaults && map.TryGetPropertyValue(name, out var child))
            {
                Apply(child, property);
            }
        }
        if (schema.AdditionalProperties is { HoldsDefaults: true } additional)
        {
            foreach (var (name, child) in map)
            {
                if (!schema.Properties.ContainsKey(name))
                {
                    Apply(child, additional);
                }
            }
        }
    }

    private static void DropNulls(JsonObject map, StructuralSchema schema)
    {
        List<string>? dropped = null;
        foreach (var (name, child) in map)
        {
            var property = schema.Properties.GetValueOrDefault(name) ?? schema.AdditionalProperties;
            if (property is null)
            {
                continue;
            }
            if (child is not null)
            {
                DropNulls(child, property);
            }
            else if (!property.Nullable && !property.PreserveUnknownFields && !property.HasDefault)
            {
                (dropped ??= []).Add(name);
            }
        }
        foreach (var name in dropped ?? [])
        {
            map.Remove(name);
        }
    }
}
