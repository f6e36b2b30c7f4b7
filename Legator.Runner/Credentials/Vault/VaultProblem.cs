namespace Legator.Runner.Credentials.Vault;

/// <summary>Why Vault did not do what it was asked.</summary>
internal enum VaultProblem
{
    /// <summary>Nobody could be asked: the request was never sent.</summary>
    NotSent,

    /// <summary>No answer, or none that can be understood; nobody knows whether the request was carried out.</summary>
    NoAnswer,

    /// <summary>It has no time, or has an error of its own.</summary>
    Busy,

    /// <summary>It is sealed, or was never initialised.</summary>
    Sealed,

    /// <summary>The token is gone or may not do this.</summary>
    Refused,

    /// <summary>The request makes no sense to it.</summary>
    BadRequest,

    /// <summary>There is nothing at that path.</summary>
    NotFound,
}
