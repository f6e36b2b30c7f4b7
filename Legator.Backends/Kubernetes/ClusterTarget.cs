using System.Security.Cryptography.X509Certificates;

namespace Legator.Backends.Kubernetes;

/// <summary>Where an API is, how it is known again, and who asks.</summary>
internal sealed record ClusterTarget
{
    public required Uri Server { get; init; }

    /// <summary>Namespace that is meant where none is named; null for the default.</summary>
    public string? Namespace { get; init; }

    public bool SkipTlsVerify { get; init; }

    public string? TlsServerName { get; init; }

    /// <summary>Who may vouch for the server; null for those whom the machine trusts.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    public X509Certificate2? Certificate { get; init; }

    public string? Token { get; init; }

    /// <summary>Gives a token that changes with time; null where it does not.</summary>
    public Func<CancellationToken, Task<string>>? Tokens { get; init; }

    public string? Username { get; init; }

    public string? Password { get; init; }
}
