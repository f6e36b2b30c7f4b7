using System.Text.RegularExpressions;
using Legator.Repository.Tests.House;

namespace Legator.Repository.Tests;

public sealed partial class TestHabitTests
{
    [Fact]
    public void Tests_DoNotSleep() =>
        Repo.TestSources.Where(s => !s.Path.StartsWith("tests/Legator.Repository.Tests/", StringComparison.Ordinal) && !s.Path.StartsWith("tests/Legator.Benchmarks/", StringComparison.Ordinal) && !s.Path.StartsWith("tests/Waiting/", StringComparison.Ordinal))
            .SelectMany(s => Sleep().Matches(s.Text).Select(m => $"{s.Path}: {m.Value}"))
            .ShouldBeNone("Wait on a named condition (tests/Waiting/Eventually.cs), or use fake time:");

    [Fact]
    public void Tests_AreNotSkippedForEver() =>
        Repo.TestSources.Where(s => !s.Path.StartsWith("tests/Legator.Repository.Tests/", StringComparison.Ordinal))
            .SelectMany(s => Skipped().Matches(s.Text).Select(m => $"{s.Path}: {m.Value}"))
            .ShouldBeNone("A test that never runs is deleted; one that needs a server says so at run time:");

    [Fact]
    public void Tests_CarryNoSectionLabels() =>
        Repo.TestSources.SelectMany(s => Label().Matches(s.Text).Select(m => $"{s.Path}: {m.Value}"))
            .ShouldBeNone("No Arrange/Act/Assert labels:");

    [GeneratedRegex(@"Thread\.Sleep\(|Task\.Delay\((?![^;]*(time|clock|provider))", RegexOptions.IgnoreCase)]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\[(Fact|Theory)\(Skip\s*=")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"//\s*(Arrange|Act|Assert)\b")]
    private static partial Regex Label();
}
