using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>Prints a kind that every cluster has. Put together column by column.</summary>
internal sealed class BuiltInPrinter : ITablePrinter
{
    private readonly List<TableColumn> columns = [];
    private readonly List<Func<JsonObject, DateTimeOffset, JsonNode?>> cells = [];

    public IReadOnlyList<TableColumn> Columns => columns;

    /// <summary>A printer that starts with the Name column, as nearly all do.</summary>
    public static BuiltInPrinter Named() => new BuiltInPrinter().Add(TableColumn.ObjectName, (o, _) => NameOf(o));

    public JsonArray Cells(JsonObject resource, DateTimeOffset now)
    {
        var row = new JsonArray();
        foreach (var cell in cells)
        {
            row.Add(cell(resource, now));
        }
        return row;
    }

    public BuiltInPrinter Text(string name, string description, Func<JsonObject, string?> cell) =>
        Add(new TableColumn(name, "string", "", description, 0), (o, _) => cell(o));

    public BuiltInPrinter Wide(string name, string description, Func<JsonObject, string?> cell) =>
        Add(new TableColumn(name, "string", "", description, 1), (o, _) => cell(o));

    public BuiltInPrinter Whole(string name, string description, Func<JsonObject, long> cell) =>
        Add(new TableColumn(name, "integer", "", description, 0), (o, _) => cell(o));

    public BuiltInPrinter Timed(string name, string description, Func<JsonObject, DateTimeOffset, string?> cell, int priority = 0) =>
        Add(new TableColumn(name, "string", "", description, priority), (o, now) => cell(o, now));

    public BuiltInPrinter Age() => Timed("Age", "How long ago the object was created.", (o, now) => HumanDuration.Since(o.At("metadata", "creationTimestamp"), now));

    /// <summary>The column of kinds that show when they were created instead of their age.</summary>
    public BuiltInPrinter CreatedAt() =>
        Add(new TableColumn("Created At", "date", "", "When the object was created.", 0), (o, _) => o.At("metadata", "creationTimestamp")?.DeepClone());

    /// <summary>The name of the object, as a column of its own at the end.</summary>
    public BuiltInPrinter WideName() => Add(TableColumn.ObjectName with { Priority = 1 }, (o, _) => NameOf(o));

    private static JsonNode? NameOf(JsonObject resource) => resource.At("metadata", "name")?.DeepClone();

    private BuiltInPrinter Add(TableColumn column, Func<JsonObject, DateTimeOffset, JsonNode?> cell)
    {
        columns.Add(column);
        cells.Add(cell);
        return this;
    }
}
