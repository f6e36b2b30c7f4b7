namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Which secrets a table of the server holds.</summary>
internal enum MySqlSecretTable
{
    /// <summary>None that are known.</summary>
    None,

    /// <summary>Some of its columns are hashes or credentials.</summary>
    Accounts,

    /// <summary>It is about nothing else.</summary>
    Always,
}
