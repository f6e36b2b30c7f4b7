using Renci.SshNet.Common;

namespace Legator.Runner.Tools.Ssh;

/// <summary>Decides whether the key that a host shows is its own, and remembers what it decided on.</summary>
/// <param name="host">The host.</param>
/// <param name="pinned">The key that it is held to; null when it was never seen.</param>
internal sealed class SshHostKey(SshHost host, string? pinned)
{
    /// <summary>The key that was shown, as <c>type fingerprint</c>; null before the host showed one.</summary>
    public string? Shown { get; private set; }

    /// <summary>True when this is the first time that anybody saw the host.</summary>
    public bool IsNew => host.KnownHosts is null && pinned is null;

    /// <summary>Why the key was refused; null when it was not.</summary>
    public string? Problem { get; private set; }

    public void Judge(object? sender, HostKeyEventArgs shown)
    {
        Shown = $"{shown.HostKeyName} SHA256:{shown.FingerPrintSHA256}";
        Problem = host.KnownHosts is { } known
            ? KnownHosts.Has(known, host.KnownName, shown.HostKey) ? null : $"{host.Name} showed the host key {Shown}, and the known hosts of its credential do not have it."
            : pinned is null || pinned == Shown ? null : $"{host.Name} showed the host key {Shown}, and it was {pinned} before. If the host was given a new key, remove its line from the ConfigMap {HostKeyPins.Name}.";
        shown.CanTrust = Problem is null;
    }
}
