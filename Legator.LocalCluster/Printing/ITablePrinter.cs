using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>Makes the cells of one kind's table.</summary>
internal interface ITablePrinter
{
    IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The cells of one object, in the order of the columns.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="now">The time that ages are counted to.</param>
    JsonArray Cells(JsonObject resource, DateTimeOffset now);
}
