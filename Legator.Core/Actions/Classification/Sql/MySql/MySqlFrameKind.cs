namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Parentheses in which words mean something of their own.</summary>
internal enum MySqlFrameKind : byte
{
    /// <summary>Any other.</summary>
    Plain,

    /// <summary><c>SUBSTRING(a FROM 1 FOR 2)</c>.</summary>
    Substring,

    /// <summary><c>CONVERT(a, DATETIME(6))</c>.</summary>
    Convert,

    /// <summary><c>JSON_TABLE(… COLUMNS (…))</c>.</summary>
    Document,

    /// <summary>The columns in it.</summary>
    Columns,

    /// <summary><c>COUNT(*)</c>.</summary>
    Count,
}
