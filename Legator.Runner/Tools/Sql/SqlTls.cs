namespace Legator.Runner.Tools.Sql;

/// <summary>How a connection to a database is secured.</summary>
internal enum SqlTls
{
    /// <summary>Not at all.</summary>
    Disable,

    /// <summary>Encrypted where the server can; nobody looks whose server it is.</summary>
    Prefer,

    /// <summary>Encrypted; nobody looks whose server it is.</summary>
    Require,

    /// <summary>Encrypted, by a server with a certificate of the given authority.</summary>
    VerifyCa,

    /// <summary>Encrypted, by a server whose certificate names the host.</summary>
    VerifyFull,
}
