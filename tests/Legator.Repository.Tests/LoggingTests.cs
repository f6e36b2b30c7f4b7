using System.Text.RegularExpressions;
using Legator.Repository.Tests.House;

namespace Legator.Repository.Tests;

public sealed partial class LoggingTests
{
    [Fact]
    public void Logging_IsGenerated() =>
        Repo.ProductSources.SelectMany(s => DirectCall().Matches(s.Text).Select(m => $"{s.Path}: {m.Value}"))
            .ShouldBeNone("Log only through [LoggerMessage] in a nested Log class:");

    [Fact]
    public void EventIds_AreUniqueInAProject() =>
        Repo.ProductSources.SelectMany(s => EventId().Matches(s.Text).Select(m => (s.Project, Id: m.Groups[1].Value, s.Path)))
            .GroupBy(x => (x.Project, x.Id))
            .Where(g => g.Count() > 1)
            .Select(g => $"{g.Key.Project} {g.Key.Id}: {string.Join(", ", g.Select(x => x.Path).Distinct())}")
            .ShouldBeNone("Event ids are stable and unique in a project:");

    [GeneratedRegex(@"\.(LogInformation|LogWarning|LogError|LogDebug|LogTrace|LogCritical)\(")]
    private static partial Regex DirectCall();

    [GeneratedRegex(@"LoggerMessage\((?:EventId\s*=\s*)?(\d+)")]
    private static partial Regex EventId();
}
