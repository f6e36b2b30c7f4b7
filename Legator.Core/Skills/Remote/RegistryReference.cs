using System.Text.RegularExpressions;

namespace Legator.Core.Skills.Remote;

/// <summary>An artifact in an OCI registry: <c>oci://REGISTRY/REPOSITORY:TAG</c> or <c>oci://REGISTRY/REPOSITORY@sha256:…</c>.</summary>
/// <param name="Host">The registry.</param>
/// <param name="Repository">The repository in it.</param>
/// <param name="Tag">The tag; <c>latest</c> where neither tag nor digest is written.</param>
/// <param name="Digest">Digest of the manifest, <c>sha256:</c> and 64 hex digits; null where only a tag is named. With a digest the tag does not count.</param>
public sealed partial record RegistryReference(SourceHost Host, string Repository, string Tag, string? Digest)
{
    /// <summary>How such a source begins.</summary>
    public const string Scheme = "oci://";

    private const string LatestTag = "latest";

    /// <summary>What is asked for: the digest, else the tag.</summary>
    public string Reference => Digest ?? Tag;

    /// <summary>Reads a source; on failure <paramref name="problem"/> says what to write instead.</summary>
    public static RegistryReference? TryParse(string source, out string? problem)
    {
        var rest = source.StartsWith(Scheme, StringComparison.Ordinal) ? source[Scheme.Length..] : source;
        var at = rest.IndexOf('@', StringComparison.Ordinal);
        var digest = at < 0 ? null : rest[(at + 1)..];
        rest = at < 0 ? rest : rest[..at];
        var colon = rest.LastIndexOf(':');
        var tag = colon > rest.LastIndexOf('/') ? rest[(colon + 1)..] : null;
        var name = tag is null ? rest : rest[..colon];
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? null : SourceHost.TryParse(name[..slash]);
        problem = host is null ? $"source '{source}' names no registry: write oci://REGISTRY/REPOSITORY:TAG"
            : name.Length > 256 || !RepositoryName().IsMatch(name[(slash + 1)..]) ? $"source '{source}' names no repository: write oci://REGISTRY/REPOSITORY:TAG with lower-case letters"
            : tag is not null && !TagName().IsMatch(tag) ? $"source '{source}': '{tag}' is no tag: write letters, digits, '.', '_' and '-'"
            : digest is not null && !DigestForm().IsMatch(digest) ? $"source '{source}': '{digest}' is no digest: write sha256: and 64 hex digits"
            : null;
        return problem is null ? new RegistryReference(host!, name[(slash + 1)..], tag ?? LatestTag, digest) : null;
    }

    /// <summary>True for <c>sha256:</c> and 64 hex digits.</summary>
    public static bool IsDigest(string? text) => text is not null && DigestForm().IsMatch(text);

    /// <summary>The source, as it can be read again.</summary>
    public override string ToString() => Digest is null ? $"{Scheme}{Host}/{Repository}:{Tag}" : $"{Scheme}{Host}/{Repository}@{Digest}";

    [GeneratedRegex(@"^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RepositoryName();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TagName();

    [GeneratedRegex(@"^sha256:[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DigestForm();
}
