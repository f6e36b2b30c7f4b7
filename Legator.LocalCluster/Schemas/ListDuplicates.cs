using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas;

/// <summary>Finds repeated items of sets and repeated keys of list-maps.</summary>
internal static class ListDuplicates
{
    public static void Check(JsonArray list, StructuralSchema schema, FieldPath path, List<FieldError> errors)
    {
        HashSet<string>? seen = null;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not { } item)
            {
                continue;
            }
            if (schema.ListKind == ListKind.Map && item is not JsonObject)
            {
                errors.Add(FieldError.Invalid($"{path}[{i}]", item, "must be an object for an array of list-type map"));
                continue;
            }
            var key = schema.ListKind == ListKind.Map ? KeyOf((JsonObject)item, schema.ListMapKeys) : GoFormat.Value(item);
            if (!(seen ??= new HashSet<string>(list.Count, StringComparer.Ordinal)).Add(key))
            {
                errors.Add(FieldError.Duplicate($"{path}[{i}]", schema.ListKind == ListKind.Map ? KeyObject((JsonObject)item, schema.ListMapKeys) : item));
            }
        }
    }

    /// <summary>The identity of an item: its key fields as text.</summary>
    public static string KeyOf(JsonObject item, string[] keys) =>
        keys.Length == 1 ? GoFormat.Value(item[keys[0]]) : string.Join(',', keys.Select(k => GoFormat.Value(item[k])));

    private static JsonObject KeyObject(JsonObject item, string[] keys) =>
        new(keys.Where(item.ContainsKey).Select(k => KeyValuePair.Create(k, item[k]?.DeepClone())));
}
