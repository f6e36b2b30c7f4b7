using System.Text.RegularExpressions;

namespace Legator.Core.Skills.Remote;

/// <summary>A folder of a git repository: <c>git://HOST/ORG/REPO#PATH@REF</c>. It is fetched over HTTPS.</summary>
/// <param name="Host">The server.</param>
/// <param name="Repository">Path of the repository on it, without slashes at its ends.</param>
/// <param name="Path">The folder in it that holds SKILL.md; empty for the top.</param>
/// <param name="Ref">Branch, tag or whole commit id; null for the repository's own branch.</param>
public sealed partial record GitAddress(SourceHost Host, string Repository, string Path, string? Ref)
{
    /// <summary>How such a source begins.</summary>
    public const string Scheme = "git://";

    private const int DeepestPath = 32;
    private const string Shape = "git://HOST/ORG/REPO#PATH@REF";

    /// <summary>True when the reference is a commit, which cannot be moved.</summary>
    public bool IsCommit => Ref is not null && CommitId().IsMatch(Ref);

    /// <summary>Reads a source; on failure <paramref name="problem"/> says what to write instead.</summary>
    public static GitAddress? TryParse(string source, out string? problem)
    {
        var (place, path, reference) = Split(source[Scheme.Length..]);
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? null : SourceHost.TryParse(place[..slash]);
        var repository = slash < 0 ? "" : place[(slash + 1)..].TrimEnd('/');
        path = path.TrimEnd('/');
        problem = host is null ? $"source '{source}' names no host: write {Shape}"
            : !RepositoryPath().IsMatch(repository) || HasDots(repository) ? $"source '{source}' names no repository: write {Shape}"
            : path.Length > 0 && !IsInside(path) ? $"source '{source}': the path has to be a folder inside of the repository, as in {Shape}"
            : reference is not null && !IsRef(reference) ? $"source '{source}': '{reference}' is no branch, tag or commit: write {Shape}"
            : null;
        return problem is null ? new GitAddress(host!, repository, path, reference) : null;
    }

    /// <summary>The source without its reference.</summary>
    public override string ToString() => $"{Scheme}{Host}/{Repository}{(Path.Length > 0 ? "#" + Path : "")}";

    /// <summary>The reference stands last, or, in the other common spelling, before the path.</summary>
    private static (string Place, string Path, string? Ref) Split(string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var (place, path) = hash < 0 ? (text, "") : (text[..hash], text[(hash + 1)..]);
        if (path.LastIndexOf('@') is >= 0 and var late)
        {
            return (place, path[..late], path[(late + 1)..]);
        }

        var slash = place.IndexOf('/', StringComparison.Ordinal);
        return place.LastIndexOf('@') is var at && at > slash && slash >= 0 ? (place[..at], path, place[(at + 1)..]) : (place, path, null);
    }

    private static bool IsInside(string path) =>
        path.Length <= 512 && path.Split('/') is { Length: <= DeepestPath } segments && segments.All(segment => segment.Length > 0 && segment is not ("." or "..") && !segment.Any(c => char.IsControl(c) || c is '\\' or ':'))
        && !segments.Any(segment => segment.Equals(".git", StringComparison.OrdinalIgnoreCase));

    private static bool IsRef(string reference) => RefName().IsMatch(reference) && !reference.Contains("..", StringComparison.Ordinal) && !reference.EndsWith(".lock", StringComparison.Ordinal);

    private static bool HasDots(string repository) => repository.Split('/').Any(segment => segment is "." or "..");

    [GeneratedRegex(@"^[A-Za-z0-9._~-]{1,100}(/[A-Za-z0-9._~-]{1,100}){0,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9._/+-]{0,198}[A-Za-z0-9+_-])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex RefName();

    [GeneratedRegex(@"^([0-9a-f]{40}|[0-9a-f]{64})\z", RegexOptions.CultureInvariant)]
    private static partial Regex CommitId();
}
