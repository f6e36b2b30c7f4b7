using System.Text.Json.Nodes;
using Legator.LocalCluster.Schemas;

namespace Legator.LocalCluster.Printing;

/// <summary>Prints the objects of a CRD by its <c>additionalPrinterColumns</c>; a CRD without any shows Name and Age.</summary>
internal sealed class CustomResourcePrinter : ITablePrinter
{
    private static readonly CustomResourceColumn[] Default =
    [
        new(new TableColumn("Age", "date", "", "Custom resource definition column (in JSONPath format): .metadata.creationTimestamp", 0), JsonPath.Parse(".metadata.creationTimestamp")),
    ];

    private static readonly string[] Types = ["boolean", "date", "integer", "number", "string"];

    private readonly CustomResourceColumn[] columns;

    private CustomResourcePrinter(CustomResourceColumn[] columns)
    {
        this.columns = columns;
        Columns = [TableColumn.ObjectName, .. columns.Select(c => c.Definition)];
    }

    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Compiles the columns of a CRD version; a path that cannot be read is an error of the CRD.</summary>
    public static (CustomResourcePrinter Printer, IReadOnlyList<FieldError> Errors) Compile(JsonArray? declared, string path)
    {
        var errors = new List<FieldError>();
        var columns = new List<CustomResourceColumn>();
        for (var i = 0; i < (declared?.Count ?? 0); i++)
        {
            if (declared![i] is JsonObject column && Read(column, $"{path}[{i}]", errors) is { } compiled)
            {
                columns.Add(compiled);
            }
        }
        return (new CustomResourcePrinter(columns.Count > 0 ? [.. columns] : Default), errors);
    }

    public JsonArray Cells(JsonObject resource, DateTimeOffset now)
    {
        var cells = new JsonArray { (JsonNode?)resource["metadata"]?["name"]?.DeepClone() };
        foreach (var column in columns)
        {
            cells.Add(column.Cell(resource, now));
        }
        return cells;
    }

    private static CustomResourceColumn? Read(JsonObject column, string path, List<FieldError> errors)
    {
        var type = SchemaCompiler.Text(column, "type") ?? "";
        if (!Types.Contains(type))
        {
            errors.Add(FieldError.Invalid($"{path}.type", type, $"must be one of {string.Join(',', Types)}"));
            return null;
        }
        var jsonPath = SchemaCompiler.Text(column, "jsonPath") ?? "";
        var description = SchemaCompiler.Text(column, "description") ?? "";
        try
        {
            return new CustomResourceColumn(
                new TableColumn(
                    SchemaCompiler.Text(column, "name") ?? "",
                    type,
                    SchemaCompiler.Text(column, "format") ?? "",
                    description.Length > 0 ? description : $"Custom resource definition column (in JSONPath format): {jsonPath}",
                    column["priority"] is JsonValue priority && JsonNumbers.TryGetInt64(priority, out var number) ? (int)number : 0),
                JsonPath.Parse(jsonPath));
        }
        catch (FormatException problem)
        {
            errors.Add(FieldError.Invalid($"{path}.jsonPath", jsonPath, problem.Message));
            return null;
        }
    }
}
