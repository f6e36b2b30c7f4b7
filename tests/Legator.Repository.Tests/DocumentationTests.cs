using System.Text.RegularExpressions;
using Legator.Core.Guardrails;
using Legator.Repository.Tests.House;

namespace Legator.Repository.Tests;

/// <summary>Prose that names code rots unless something resolves the names.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] Roots = [.. Repo.Files.Select(f => f.Split('/')[0]).Distinct()];

    private static IEnumerable<(string Path, string Text)> Docs =>
        Repo.Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal) && (f == "README.md" || f.StartsWith("docs/", StringComparison.Ordinal)))
            .Select(f => (f, Repo.Read(f)));

    [Fact]
    public void Docs_PathsResolve() =>
        Docs.SelectMany(d => Quoted().Matches(d.Text).Select(m => m.Groups[1].Value).Where(LooksLikePath).Where(p => !Resolves(p)).Select(p => $"{d.Path}: {p}"))
            .ShouldBeNone("Paths in docs exist:");

    [Fact]
    public void Docs_LinksResolve() =>
        Docs.SelectMany(d => Link().Matches(d.Text).Select(m => m.Groups[1].Value.Split('#')[0])
                .Where(l => l.Length > 0 && !l.Contains("://", StringComparison.Ordinal) && !l.StartsWith("mailto:", StringComparison.Ordinal))
                .Where(l => !Resolves(Path.GetRelativePath(Repo.Root, Path.GetFullPath(Path.Combine(Repo.Root, Path.GetDirectoryName(d.Path)!, l)))))
                .Select(l => $"{d.Path}: {l}"))
            .ShouldBeNone("Links in docs resolve:");

    [Fact]
    public void Docs_OptionsExist()
    {
        var code = string.Concat(Repo.Files.Where(f => f.StartsWith("Legator.", StringComparison.Ordinal) || f.EndsWith(".sh", StringComparison.Ordinal) || f.StartsWith("tests/Legator.Benchmarks", StringComparison.Ordinal))
            .Where(f => Path.GetExtension(f) is ".cs" or ".sh" or ".razor").Select(Repo.Read));
        string[] foreign = ["--project", "--server-side", "--kubeconfig", "--namespace", "--no-build", "--sort-by", "--for", "--all", "--watch", "--dry-run", "--force-conflicts", "--from-literal", "--overwrite", "--timeout", "--type", "--output-path", "--operation", "--publisher", "--step", "--replicas", "--patch"];
        Docs.SelectMany(d => Option().Matches(d.Text).Select(m => m.Groups[1].Value).Distinct()
                .Where(o => !foreign.Contains(o) && !code.Contains(o, StringComparison.Ordinal))
                .Select(o => $"{d.Path}: {o}"))
            .ShouldBeNone("Options named in docs exist:");
    }

    [Fact]
    public void Reasons_AreAllDocumented()
    {
        var reasons = Repo.Read("docs/reasons.md");
        Enum.GetNames<GuardrailReason>().Where(r => !reasons.Contains($"`{r}`", StringComparison.Ordinal))
            .ShouldBeNone("docs/reasons.md explains every reason:");
    }

    [Fact]
    public void Metrics_AreThoseOfTheDocs()
    {
        var made = Repo.ProductSources.SelectMany(s => Instrument().Matches(Repo.Read(s.Path)).Select(m => m.Groups[1].Value is "Counter" ? m.Groups[2].Value + "_total" : m.Groups[2].Value)).Distinct().ToList();
        var told = Metric().Matches(Repo.Read("docs/telemetry.md")).Select(m => m.Groups[1].Value).Distinct().ToList();
        made.Except(told).Select(m => $"{m}: not in the docs").Concat(told.Except(made).Select(m => $"{m}: not in the product")).ShouldBeNone("docs/telemetry.md names every metric, and no other:");
    }

    /// <summary>A meter whose numbers tell agents apart has as many series as there are agents; any other meter has room for a hundred.</summary>
    [Fact]
    public void Metrics_ThatTellAgentsApart_HaveRoomForThem()
    {
        var room = Repo.Read("Legator.ServiceDefaults/Telemetry/TelemetryRegistration.cs");
        Repo.ProductSources.Select(s => Repo.Read(s.Path)).Where(text => TellsAgents().IsMatch(text))
            .SelectMany(text => Meter().Matches(text).Select(m => m.Groups[1].Value)).Where(meter => !room.Contains($"\"{meter}\"", StringComparison.Ordinal))
            .ShouldBeNone("TelemetryRegistration.ByAgent names every meter with a label 'agent':");
    }

    [Fact]
    public void Settings_InDocs_Exist()
    {
        var code = string.Concat(Repo.ProductSources.Select(s => Repo.Read(s.Path)));
        Docs.SelectMany(d => Setting().Matches(d.Text).Select(m => m.Groups[1].Value).Distinct().Where(s => !code.Contains($" {s} {{", StringComparison.Ordinal) && !code.Contains($":{s}\"", StringComparison.Ordinal)).Select(s => $"{d.Path}: {s}"))
            .ShouldBeNone("Settings named in docs exist:");
    }

    private static bool LooksLikePath(string text) =>
        text.Contains('/', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) && !text.Contains('<', StringComparison.Ordinal)
        && !text.Contains('*', StringComparison.Ordinal) && !text.Contains('{', StringComparison.Ordinal) && Roots.Contains(text.Split('/')[0]);

    private static bool Resolves(string path)
    {
        var clean = path.TrimEnd('/');
        return File.Exists(Path.Combine(Repo.Root, clean)) || Directory.Exists(Path.Combine(Repo.Root, clean));
    }

    [GeneratedRegex(@"\.Create(Counter|UpDownCounter|Histogram|Gauge|ObservableGauge|ObservableCounter)(?:<\w+>)?\(\s*""(legator_[a-z_]+)""")]
    private static partial Regex Instrument();

    [GeneratedRegex(@"new(?: KeyValuePair<string, object\?>)?\(""agent""")]
    private static partial Regex TellsAgents();

    [GeneratedRegex(@"Meter _?\w+ = new\(""([\w.]+)""")]
    private static partial Regex Meter();

    [GeneratedRegex(@"`(?:Operator|Runner|Web|Queue|Cluster|Notifications|ChatOps)(?::[A-Z]\w+)*:([A-Z]\w+)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"`(legator_[a-z_]+)`")]
    private static partial Regex Metric();

    [GeneratedRegex(@"`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w-])(--[a-z][a-z0-9-]+)")]
    private static partial Regex Option();
}
