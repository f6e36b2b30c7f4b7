namespace Legator.Core.Actions.Classification.Sql;

/// <summary>Whose SQL it is. The same text can be a read in one and a write in another.</summary>
public enum SqlDialect
{
    /// <summary>Not known: what any dialect would take for a change is one.</summary>
    Unknown,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>MySQL and MariaDB.</summary>
    MySql,
}
