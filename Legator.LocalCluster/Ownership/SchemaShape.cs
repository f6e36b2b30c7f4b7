using System.Text.Json.Nodes;
using k8s.Models;
using Legator.LocalCluster.Schemas;
using Legator.LocalCluster.Schemas.BuiltIn;

namespace Legator.LocalCluster.Ownership;

/// <summary>The shape that a structural schema declares. The metadata of every object has the built-in shape.</summary>
internal sealed class SchemaShape : FieldShape
{
    private static readonly Lazy<SchemaShape> _metadata = new(() => new SchemaShape(BuiltInSchemas.Of(typeof(V1ObjectMeta)), builtin: true, root: false));
    private static readonly SchemaShape _anything = new(StructuralSchema.Anything, builtin: false, root: false);
    private readonly StructuralSchema _schema;
    private readonly bool _builtin;
    private readonly bool _root;

    private SchemaShape(StructuralSchema schema, bool builtin, bool root)
    {
        _schema = schema;
        _builtin = builtin;
        _root = root;
    }

    public override ListForm List => _schema.ListKind switch
    {
        ListKind.Set => ListForm.Set,
        ListKind.Map => ListForm.Map,
        _ => ListForm.Atomic,
    };

    public override IReadOnlyList<string> Keys => _schema.ListMapKeys;

    public override bool AtomicMap => _schema.AtomicMap;

    public override FieldShape Items => field ??= Of(_schema.Items);

    public static SchemaShape OfCustom(ResourceSchema schema) => new(schema.Root, builtin: false, root: true);

    public static SchemaShape OfBuiltin(BuiltInKind? kind) => new(kind?.Schema.Root ?? StructuralSchema.Anything, builtin: true, root: true);

    // The schemas of built-in kinds carry no defaults; this is the only one that is part of a key.
    public override JsonNode? KeyDefault(string key) => _builtin
        ? key == "protocol" ? "TCP" : null
        : _schema.Items?.Properties.GetValueOrDefault(key) is { HasDefault: true } property ? property.Default : null;

    public override FieldShape Property(string name) => _root && name == "metadata"
        ? _metadata.Value
        : Of(_schema.Properties.GetValueOrDefault(name) ?? _schema.AdditionalProperties);

    private SchemaShape Of(StructuralSchema? schema) => schema is null ? _anything : new SchemaShape(schema, _builtin, root: false);
}
