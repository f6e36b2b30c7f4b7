using System.Data.Common;
using System.Globalization;
using System.Text;
using Legator.Core.Redaction;

namespace Legator.Runner.Tools.Sql;

/// <summary>Writes rows as the model reads them: a line of names, then a line a row, cells apart by tabs. Reads no further than it writes.</summary>
/// <param name="cell">Reads the beginning of one cell, of the length given at most.</param>
/// <param name="redactor">Knows the secrets of the run: a cell is cut, and half a secret is one too.</param>
internal sealed class SqlAnswer(Func<DbDataReader, int, int, CancellationToken, ValueTask<SqlCell>> cell, Redactor redactor)
{
    public const int MaxRows = 1000;
    public const int MaxBytes = 8192;

    /// <summary>Most characters of a cell.</summary>
    public const int MaxCell = 2048;

    private readonly StringBuilder _text = new();
    private int _bytes;

    /// <summary>What was written.</summary>
    public string Text => _text.ToString().TrimEnd('\n');

    /// <summary>Writes all results.</summary>
    /// <returns>False when something was left out.</returns>
    public async Task<bool> WriteAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        do
        {
            if (!await WriteResultAsync(reader, cancellationToken))
            {
                return false;
            }
        }
        while (await reader.NextResultAsync(cancellationToken));
        return true;
    }

    private async Task<bool> WriteResultAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        if (reader.FieldCount == 0)
        {
            return true;
        }

        Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => SqlCell.Clean(reader.GetName(i)))));
        for (var rows = 0; await reader.ReadAsync(cancellationToken); rows++)
        {
            var row = await RowAsync(reader, cancellationToken);
            if (rows == MaxRows || (rows > 0 && _bytes + Encoding.UTF8.GetByteCount(row) > MaxBytes))
            {
                Add(string.Create(CultureInfo.InvariantCulture, $"[more rows than these {rows} were left out; ask for less to see them]"));
                return false;
            }

            Add(row);
            Rows = rows + 1;
        }

        Add(string.Create(CultureInfo.InvariantCulture, $"[{Rows} {(Rows == 1 ? "row" : "rows")}]"));
        Rows = 0;
        return true;
    }

    private int Rows { get; set; }

    private async ValueTask<string> RowAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var row = new StringBuilder();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            // A row that fills the answer by itself is not read to its end.
            if (row.Length > MaxBytes)
            {
                return row.Append("\t…").ToString();
            }

            row.Append(i == 0 ? "" : "\t").Append((await cell(reader, i, MaxCell, cancellationToken)).Write(redactor));
        }

        return row.ToString();
    }

    private void Add(string line)
    {
        _text.Append(line).Append('\n');
        _bytes += Encoding.UTF8.GetByteCount(line) + 1;
    }
}
