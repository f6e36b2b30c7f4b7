using System.Text.Json.Nodes;
using Legator.Core.Actions.Classification.Kubernetes;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Writes a list of objects as a table: one line each, columns two blanks apart, the name first.</summary>
internal static class ObjectTable
{
    private const int WidestCell = 80;

    public static string Write(KubernetesKind kind, IReadOnlyList<JsonObject> items, bool withNamespace, DateTimeOffset now)
    {
        var columns = new List<ObjectColumn>();
        if (withNamespace)
        {
            columns.Add(new("NAMESPACE", (o, _) => ObjectFields.Text(o, "metadata", "namespace")));
        }

        columns.Add(new("NAME", (o, _) => ObjectFields.Text(o, "metadata", "name")));
        columns.AddRange(ObjectColumns.Of(kind));
        columns.Add(new("AGE", (o, at) => ObjectAge.Of(ObjectFields.At(o, "metadata", "creationTimestamp"), at)));
        List<string[]> rows = [[.. columns.Select(c => c.Title)], .. items.Select(item => columns.Select(c => Cell(c.Read(item, now))).ToArray())];
        var widths = columns.Select((_, i) => rows.Max(r => r[i].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()));
    }

    private static string Cell(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length == 0 ? "-" : OutputBounds.Cut(line, WidestCell);
    }
}
