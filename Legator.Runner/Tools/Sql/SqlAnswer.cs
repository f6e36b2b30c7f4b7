using System.Data.Common;
using System.Globalization;
using System.Text;
using Legator.Core.Redaction;

namespace Legator.Runner.Tools.Sql;

/// <summary>Writes rows as the model reads them: a line of names, then a line a row, cells apart by tabs. Reads no further than it writes.</summary>
/// <param name="redactor">Knows the secrets of the run: a cell is cut, and half a secret is one too.</param>
internal sealed class SqlAnswer(Redactor redactor)
{
    public const int MaxRows = 1000;
    public const int MaxBytes = 8192;

    /// <summary>Most characters of a cell.</summary>
    public const int MaxCell = 2048;

    private readonly StringBuilder _text = new();
    private int _bytes;

    /// <summary>The role has rights to change something, were it let.</summary>
    public bool RoleMayWrite { get; set; }

    /// <summary>There was more than is shown, and it was not waited for.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What was written.</summary>
    public string Text => _text.ToString().TrimEnd('\n');

    /// <summary>Writes all results.</summary>
    /// <param name="reader">The results.</param>
    /// <param name="cell">Reads the beginning of one cell, of the length given at most.</param>
    /// <returns>False when something was left out.</returns>
    public async Task<bool> WriteAsync(DbDataReader reader, Func<DbDataReader, int, int, ValueTask<SqlCell>> cell)
    {
        do
        {
            if (!await WriteResultAsync(reader, cell))
            {
                return false;
            }
        }
        while (await reader.NextResultAsync());
        return true;
    }

    private async Task<bool> WriteResultAsync(DbDataReader reader, Func<DbDataReader, int, int, ValueTask<SqlCell>> cell)
    {
        if (reader.FieldCount == 0)
        {
            return true;
        }

        Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => SqlCell.Clean(reader.GetName(i)))));
        var rows = 0;
        for (; await reader.ReadAsync(); rows++)
        {
            var row = await RowAsync(reader, cell);
            if (rows == MaxRows || (rows > 0 && _bytes + Encoding.UTF8.GetByteCount(row) > MaxBytes))
            {
                Add(string.Create(CultureInfo.InvariantCulture, $"[more rows than these {rows} were left out; ask for less to see them]"));
                IsCut = true;
                return false;
            }

            Add(row);
        }

        Add(string.Create(CultureInfo.InvariantCulture, $"[{rows} {(rows == 1 ? "row" : "rows")}]"));
        return true;
    }

    private async ValueTask<string> RowAsync(DbDataReader reader, Func<DbDataReader, int, int, ValueTask<SqlCell>> cell)
    {
        var row = new StringBuilder();
        try
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                // A row that fills the answer by itself is not read to its end.
                if (row.Length > MaxBytes)
                {
                    return row.Append("\t…").ToString();
                }

                row.Append(i == 0 ? "" : "\t").Append((await cell(reader, i, MaxCell)).Write(redactor));
            }
        }
        catch when (row.Length > 0)
        {
            // What came before the connection broke is worth something.
            Add(row.ToString());
            throw;
        }

        return row.ToString();
    }

    private void Add(string line)
    {
        _text.Append(line).Append('\n');
        _bytes += Encoding.UTF8.GetByteCount(line) + 1;
    }
}
