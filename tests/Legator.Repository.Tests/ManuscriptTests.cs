using System.Text.RegularExpressions;
using Legator.Repository.Tests.House;

namespace Legator.Repository.Tests;

/// <summary>What no file of the repository may say.</summary>
public sealed partial class ManuscriptTests
{
    private static readonly string[] TextEndings = [".cs", ".razor", ".md", ".yaml", ".yml", ".json", ".sh", ".csproj", ".props", ".css", ".js", ".txt"];

    [Fact]
    public void Files_LeaveNothingUnfinished() =>
        Texts(f => f.StartsWith("Legator.", StringComparison.Ordinal) || f.StartsWith("docs/", StringComparison.Ordinal))
            .SelectMany(t => Unfinished().Matches(t.Text).Select(m => $"{t.Path}: {m.Value}"))
            .ShouldBeNone("Finish it, or leave it out and say so in the docs:");

    [Fact]
    public void Files_NameNoMachineAndNoRegistry() =>
        Texts(f => !f.StartsWith("tests/Legator.Repository.Tests/", StringComparison.Ordinal))
            .SelectMany(t => Machine().Matches(t.Text).Select(m => $"{t.Path}: {m.Value}"))
            .ShouldBeNone("No absolute path of a machine, no host name of a package registry:");

    private static IEnumerable<(string Path, string Text)> Texts(Func<string, bool> where) =>
        Repo.Files.Where(where).Where(f => TextEndings.Contains(Path.GetExtension(f))).Select(f => (f, Repo.Read(f)));

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(/work/|/root/|/home/[a-z]+/)[A-Za-z0-9._-]+|api\.nuget\.org|registry\.npmjs\.org|deb\.debian\.org")]
    private static partial Regex Machine();
}
