using Renci.SshNet.Common;

namespace Legator.Runner.Tools.Ssh;

/// <summary>Decides whether the key that a host shows is its own, and remembers what it decided on.</summary>
/// <param name="host">The host.</param>
/// <param name="pinned">The key that it is held to; null when it was never seen.</param>
/// <param name="time">The clock.</param>
internal sealed class SshHostKey(SshHost host, string? pinned, TimeProvider time)
{
    private readonly KnownHosts? _known = host.KnownHosts is { } text ? new KnownHosts(text) : null;

    /// <summary>The key that was shown, as <c>type fingerprint</c>; null before the host showed one.</summary>
    public string? Shown { get; private set; }

    /// <summary>True when this is the first time that anybody saw the host.</summary>
    public bool IsNew => _known is null && pinned is null;

    /// <summary>Why the key was refused; null when it was not.</summary>
    public string? Problem { get; private set; }

    /// <summary>True when another key was shown than the host is held to.</summary>
    public bool IsChanged => Problem is not null;

    /// <summary>
    /// Which kinds of keys the host is asked for, best first: those that it is known by. Otherwise a host with several keys would show another one than the one it is held to.
    /// Certificates are asked for only where an authority is known; elsewhere the plain key counts, which stays when a certificate is renewed.
    /// </summary>
    public IReadOnlyList<string> Order(IReadOnlyList<string> algorithms)
    {
        IReadOnlyList<string> types = _known?.TypesOf(host.KnownName) ?? (pinned is null ? [] : [pinned.Split(' ')[0]]);
        var authority = _known?.HasAuthority(host.KnownName, host.Address) == true;
        return
        [
            .. algorithms
                .Where(a => authority || !HostKeyBlob.IsCertificate(a))
                .OrderBy(a => HostKeyBlob.IsCertificate(a) ? 0 : types.Contains(HostKeyBlob.Plain(a)) ? 1 : 2),
        ];
    }

    public void Judge(object? sender, HostKeyEventArgs shown)
    {
        Shown = $"{HostKeyBlob.Plain(shown.HostKeyName)} SHA256:{shown.FingerPrintSHA256}";
        Problem = _known is not null
            ? IsKnown(_known, shown) ? null : $"{host.Name} showed the host key {Shown}, and the known hosts of its credential do not have it."
            : pinned is null || pinned == Shown ? null : $"{host.Name} showed the host key {Shown}, and it was {pinned} before. If the host was given a new key, remove its line from the ConfigMap {HostKeyPins.Name}.";
        shown.CanTrust = Problem is null;
    }

    private bool IsKnown(KnownHosts known, HostKeyEventArgs shown) => shown.Certificate is { } certificate
        ? known.Has(host.KnownName, host.Address, certificate, time.GetUtcNow()) || known.Has(host.KnownName, HostKeyBlob.Of(certificate))
        : known.Has(host.KnownName, shown.HostKey);
}
