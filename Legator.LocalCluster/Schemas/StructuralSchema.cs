using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Schemas.Cel;

namespace Legator.LocalCluster.Schemas;

/// <summary>One node of a compiled OpenAPI v3 schema. Immutable; shared by all requests.</summary>
internal sealed class StructuralSchema
{
    public static readonly StructuralSchema Anything = new() { PreserveUnknownFields = true };

    public SchemaTypes Types { get; init; }

    /// <summary>The types joined by commas, as error messages show them.</summary>
    public string TypeText { get; init; } = "";

    public string Format { get; init; } = "";

    public bool Nullable { get; init; }

    public bool IntOrString { get; init; }

    public bool PreserveUnknownFields { get; init; }

    public bool EmbeddedResource { get; init; }

    public FrozenDictionary<string, StructuralSchema> Properties { get; init; } = FrozenDictionary<string, StructuralSchema>.Empty;

    /// <summary>The schema of every key that is not a property; null where there are none such.</summary>
    public StructuralSchema? AdditionalProperties { get; init; }

    public StructuralSchema? Items { get; init; }

    public ListKind ListKind { get; init; }

    public string[] ListMapKeys { get; init; } = [];

    /// <summary>True where a map is replaced as a whole by server-side apply (<c>x-kubernetes-map-type: atomic</c>).</summary>
    public bool AtomicMap { get; init; }

    public bool HasDefault { get; init; }

    public JsonNode? Default { get; init; }

    public string[] Required { get; init; } = [];

    /// <summary>Limits on the value itself; null where the node has none.</summary>
    public ValueConstraints? Constraints { get; init; }

    public CelRule[] Rules { get; init; } = [];

    /// <summary>The properties that carry a default or hold one further down, so that defaulting visits nothing else.</summary>
    public KeyValuePair<string, StructuralSchema>[] Defaulted { get; init; } = [];

    /// <summary>True where this node or one below has a default.</summary>
    public bool HoldsDefaults { get; init; }

    /// <summary>True where this node or one below has CEL rules.</summary>
    public bool HoldsRules { get; init; }
}
