using System.Text.Json.Nodes;
using Legator.LocalCluster.Printing;
using Legator.LocalCluster.Schemas;

namespace Legator.LocalCluster.Definitions;

/// <summary>What a CustomResourceDefinition says about one of its served versions, compiled.</summary>
internal sealed class CustomVersion
{
    public required string DefinitionName { get; init; }

    /// <summary>The openAPIV3Schema as written; null when the version has none.</summary>
    public JsonObject? Document { get; init; }

    public required ResourceSchema Schema { get; init; }

    public required ITablePrinter Printer { get; init; }

    /// <summary>The warning that answers carry when the version is deprecated; null when it is not.</summary>
    public string? DeprecationWarning { get; init; }
}
