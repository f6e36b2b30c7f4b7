using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.BuiltinTypes;

/// <summary>Holds objects of built-in kinds to their types: unknown fields are removed, values of the wrong type are refused.</summary>
internal sealed class BuiltinFields
{
    private readonly List<string> _unknown = [];
    private readonly string _kind;
    private readonly string _version;

    private BuiltinFields(string kind, string version)
    {
        _kind = kind;
        _version = version;
    }

    /// <summary>Removes unknown fields in place and returns their paths.</summary>
    public static List<string> Prune(JsonObject resource, MessageType type, string version)
    {
        BuiltinFields fields = new(type.ShortName, version);
        fields.Object(resource, type, "", root: true);
        return fields._unknown;
    }

    private void Object(JsonObject map, MessageType type, string path, bool root = false)
    {
        List<string>? dropped = null;
        foreach ((string name, JsonNode? value) in map)
        {
            if (root && name is ("apiVersion" or "kind"))
            {
                continue;
            }

            string at = path.Length == 0 ? name : $"{path}.{name}";
            if (type.ByName(name) is not { } field)
            {
                (dropped ??= []).Add(name);
                _unknown.Add(at);
            }
            else if (value is not null)
            {
                Field(value, field, type, at);
            }
        }

        dropped?.ForEach(name => map.Remove(name));
    }

    private void Field(JsonNode value, MessageField field, MessageType owner, string path)
    {
        switch (field.Form)
        {
            case FieldForm.List:
                JsonArray list = value as JsonArray ?? throw Mismatch(value, owner, path, "[]" + GoName(field.Type));
                for (int i = 0; i < list.Count; i++)
                {
                    if (list[i] is { } item)
                    {
                        Value(item, field.Type, owner, path, $"{path}[{i}]");
                    }
                }

                break;
            case FieldForm.Map:
                JsonObject map = value as JsonObject ?? throw Mismatch(value, owner, path, "map[string]" + GoName(field.Type));
                foreach ((string key, JsonNode? item) in map)
                {
                    if (item is not null)
                    {
                        Value(item, field.Type, owner, path, $"{path}.{key}");
                    }
                }

                break;
            default:
                Value(value, field.Type, owner, path, path);
                break;
        }
    }

    private void Value(JsonNode value, string type, MessageType owner, string field, string path)
    {
        JsonValueKind kind = value.GetValueKind();
        bool fits = type switch
        {
            "s" or "y" or "Time" or "MicroTime" or "Duration" => kind == JsonValueKind.String,
            "b" => kind is JsonValueKind.True or JsonValueKind.False,
            "i" => value is JsonValue number && number.TryGetValue(out long _),
            "d" or "f" => kind == JsonValueKind.Number,
            "IntOrString" or "Quantity" => kind is JsonValueKind.Number or JsonValueKind.String,
            "Raw" => true,
            "Texts" => kind == JsonValueKind.Array,
            _ => kind == JsonValueKind.Object,
        };
        if (!fits)
        {
            throw Mismatch(value, owner, field, GoName(type));
        }

        if (value is JsonObject map && MessageTypes.Find(type) is { } message)
        {
            Object(map, message, path);
        }
    }

    private ApiException Mismatch(JsonNode value, MessageType owner, string path, string wanted)
    {
        string found = value.GetValueKind() switch
        {
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => wanted.StartsWith("int", StringComparison.Ordinal) ? "number " + value.ToJsonString() : "number",
            JsonValueKind.Object => "object",
            _ => "bool",
        };
        return ApiErrors.BadRequest(
            $"{_kind} in version \"{_version}\" cannot be handled as a {_kind}: json: cannot unmarshal {found} into Go struct field {owner.ShortName}.{path} of type {wanted}");
    }

    private static string GoName(string type) => type switch
    {
        "s" => "string",
        "b" => "bool",
        "i" => "int32",
        "y" => "[]uint8",
        "d" or "f" => "float64",
        "Time" or "MicroTime" or "Duration" => "v1." + type,
        "IntOrString" => "intstr.IntOrString",
        "Quantity" => "resource.Quantity",
        _ => type.Contains('.', StringComparison.Ordinal) ? "v1." + type[(type.LastIndexOf('.') + 1)..] : type,
    };
}
