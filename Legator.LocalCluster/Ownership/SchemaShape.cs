using Legator.LocalCluster.Schemas;

namespace Legator.LocalCluster.Ownership;

/// <summary>The shape that a structural schema declares. The metadata of every object has the built-in shape.</summary>
internal sealed class SchemaShape(StructuralSchema schema, bool root = true) : FieldShape
{
    public override ListForm List => schema.ListKind switch
    {
        ListKind.Set => ListForm.Set,
        ListKind.Map => ListForm.Map,
        _ => ListForm.Atomic,
    };

    public override IReadOnlyList<string> Keys => schema.ListMapKeys;

    public override bool AtomicMap => schema.AtomicMap;

    public override FieldShape Items => field ??= Of(schema.Items);

    public override System.Text.Json.Nodes.JsonNode? KeyDefault(string key) =>
        schema.Items?.Properties.GetValueOrDefault(key) is { HasDefault: true } property ? property.Default : null;

    public override FieldShape Property(string name) => root && name == "metadata"
        ? BuiltinShape.Root
        : Of(schema.Properties.GetValueOrDefault(name) ?? schema.AdditionalProperties);

    private static SchemaShape Of(StructuralSchema? schema) => new(schema ?? StructuralSchema.Anything, root: false);
}
