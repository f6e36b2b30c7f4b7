using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Ownership;

/// <summary>The fields that an applied configuration lays claim to: its leaves, and the items of its keyed lists.</summary>
internal sealed class AppliedFields
{
    private readonly List<string> _path = [];
    private readonly FieldSet _set = new();

    public static FieldSet Of(JsonObject configuration, FieldShape shape, string subresource, bool hasStatus)
    {
        AppliedFields fields = new();
        foreach ((string field, JsonNode? value) in configuration)
        {
            if (!FieldScope.InRoot(field, subresource, hasStatus))
            {
                continue;
            }

            if (field == "metadata" && value is JsonObject metadata)
            {
                fields._path.Add("f:metadata");
                foreach ((string name, JsonNode? item) in metadata.Where(p => FieldScope.InMetadata(p.Key)))
                {
                    fields.Step("f:" + name, item, shape.Property("metadata").Property(name));
                }

                fields._path.Clear();
            }
            else
            {
                fields.Step("f:" + field, value, shape.Property(field));
            }
        }

        return fields._set;
    }

    private void Step(string step, JsonNode? value, FieldShape shape, bool item = false)
    {
        _path.Add(step);
        switch (value)
        {
            case JsonObject { Count: > 0 } map when !shape.AtomicMap:
                if (item)
                {
                    _set.Insert(_path);
                }

                foreach ((string field, JsonNode? child) in map)
                {
                    Step("f:" + field, child, shape.Property(field));
                }

                break;
            case JsonArray { Count: > 0 } list when shape.List != ListForm.Atomic && FieldComparison.Index(list, shape) is { } items:
                foreach ((string key, JsonNode? child) in items)
                {
                    Step(key, child, shape.Items, item: true);
                }

                break;
            default:
                _set.Insert(_path);
                break;
        }

        _path.RemoveAt(_path.Count - 1);
    }
}
