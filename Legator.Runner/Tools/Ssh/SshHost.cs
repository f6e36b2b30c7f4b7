using Legator.Core.Actions.Classification.Shell;

namespace Legator.Runner.Tools.Ssh;

/// <summary>A host as its credential describes it. Holds secrets: never written, and gone with the call that needed it.</summary>
internal sealed record SshHost
{
    /// <summary>Name of the credential, by which the model calls the host.</summary>
    public required string Name { get; init; }

    /// <summary>Name or address.</summary>
    public required string Address { get; init; }

    /// <summary>Port. Default 22.</summary>
    public int Port { get; init; } = 22;

    /// <summary>Login name.</summary>
    public required string User { get; init; }

    /// <summary>Private key in OpenSSH or PEM form; null without one.</summary>
    public string? PrivateKey { get; init; }

    /// <summary>What the private key is locked with; null when it is not.</summary>
    public string? Passphrase { get; init; }

    /// <summary>OpenSSH certificate for the key; null without one.</summary>
    public string? Certificate { get; init; }

    /// <summary>Password; null without one.</summary>
    public string? Password { get; init; }

    /// <summary>Lines as in OpenSSH's known_hosts; null when the key is pinned on first use.</summary>
    public string? KnownHosts { get; init; }

    /// <summary>Name of the credential of the host to go through; null for a direct connection.</summary>
    public string? JumpHost { get; init; }

    /// <summary>Whether sudo and root are allowed.</summary>
    public HostRules Rules { get; init; } = new();

    /// <summary>The host as known_hosts writes it.</summary>
    public string KnownName => Port == 22 ? Address : $"[{Address}]:{Port}";

    public override string ToString() => Name;
}
