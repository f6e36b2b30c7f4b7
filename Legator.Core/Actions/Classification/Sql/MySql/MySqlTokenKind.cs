namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>What a token is to a MySQL server.</summary>
internal enum MySqlTokenKind : byte
{
    /// <summary>The end of the text, and what is before its start.</summary>
    None,

    /// <summary>A keyword or a bare name; which of the two depends on where it stands.</summary>
    Word,

    /// <summary>A name in backticks: never a keyword.</summary>
    Quoted,

    /// <summary>A string in single quotes.</summary>
    Text,

    /// <summary>Double quotes: a string, or a name where the server runs with ANSI_QUOTES.</summary>
    DoubleQuoted,

    /// <summary>A number, and hexadecimal and binary literals.</summary>
    Number,

    /// <summary>A user variable with its sign: <c>@a</c>.</summary>
    UserVariable,

    /// <summary>A server variable with its signs, up to the first dot: <c>@@global</c>.</summary>
    SystemVariable,

    /// <summary>The assignment <c>:=</c>.</summary>
    Assignment,

    /// <summary>Any other character, by itself.</summary>
    Symbol,
}
