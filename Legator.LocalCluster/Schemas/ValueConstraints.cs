using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Legator.LocalCluster.Schemas;

/// <summary>Limits on a value beyond its type.</summary>
internal sealed class ValueConstraints
{
    public JsonNode?[] Enum { get; init; } = [];

    /// <summary>The enum's values where all are strings, the usual case.</summary>
    public string[]? EnumStrings { get; init; }

    public Regex? Pattern { get; init; }

    public string PatternText { get; init; } = "";

    public long? MinLength { get; init; }

    public long? MaxLength { get; init; }

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public bool ExclusiveMinimum { get; init; }

    public bool ExclusiveMaximum { get; init; }

    public double? MultipleOf { get; init; }

    public long? MinItems { get; init; }

    public long? MaxItems { get; init; }

    public long? MinProperties { get; init; }

    public long? MaxProperties { get; init; }

    public StructuralSchema[] AllOf { get; init; } = [];

    public StructuralSchema[] AnyOf { get; init; } = [];

    public StructuralSchema[] OneOf { get; init; } = [];

    public StructuralSchema? Not { get; init; }
}
