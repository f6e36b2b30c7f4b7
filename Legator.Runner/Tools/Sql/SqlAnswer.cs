using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Legator.Runner.Tools.Sql;

/// <summary>Writes rows as the model reads them: a line of names, then a line a row, cells apart by tabs. Reads no further than it writes.</summary>
internal static class SqlAnswer
{
    public const int MaxRows = 1000;
    public const int MaxBytes = 8192;
    private const int MaxCell = 2048;

    public static async Task<string> WriteAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        do
        {
            await WriteResultAsync(reader, text, cancellationToken);
        }
        while (text.Length < MaxBytes && await reader.NextResultAsync(cancellationToken));
        return text.ToString().TrimEnd('\n');
    }

    private static async Task WriteResultAsync(DbDataReader reader, StringBuilder text, CancellationToken cancellationToken)
    {
        if (reader.FieldCount == 0)
        {
            return;
        }

        text.AppendJoin('\t', Enumerable.Range(0, reader.FieldCount).Select(i => Clean(reader.GetName(i)))).Append('\n');
        var rows = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            if (rows == MaxRows || text.Length >= MaxBytes)
            {
                text.Append(CultureInfo.InvariantCulture, $"[more rows than these {rows} were left out; ask for less to see them]\n");
                return;
            }

            text.AppendJoin('\t', Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader, i))).Append('\n');
            rows++;
        }

        text.Append(CultureInfo.InvariantCulture, $"[{rows} {(rows == 1 ? "row" : "rows")}]\n");
    }

    private static string Cell(DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return "NULL";
        }

        var text = Clean(reader.GetValue(column) switch
        {
            string value => value,
            byte[] bytes => $"\\x{Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(bytes.Length, MaxCell / 2)))}",
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
            Array values => $"{{{string.Join(',', values.Cast<object?>().Take(MaxCell))}}}",
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var value => value.ToString() ?? "",
        });
        return text.Length <= MaxCell ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MaxCell - 1]) ? MaxCell - 1 : MaxCell), "…");
    }

    // A tab or a line break in a value must not look like another cell or row.
    private static string Clean(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
