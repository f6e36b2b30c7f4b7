namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>What a call of a function can do.</summary>
internal enum PostgresFunction
{
    /// <summary>Not known; never a read.</summary>
    Unknown,

    /// <summary>Computes or looks.</summary>
    Read,

    /// <summary>Stops or disturbs something, takes a lock, or sends a message; nothing is lost.</summary>
    Service,

    /// <summary>Changes what can be made again.</summary>
    Destructive,

    /// <summary>Changes rows, sequences or large objects.</summary>
    Data,

    /// <summary>Reads or writes files of the server's machine.</summary>
    Files,

    /// <summary>Runs a text as a query, or reads tables that the statement does not name.</summary>
    Text,
}
