using System.Xml.Linq;
using Legator.Repository.Tests.House;

namespace Legator.Repository.Tests;

public sealed class ReferenceDirectionTests
{
    /// <summary>Who may reference whom. References point one way; no service references another.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Legator.Core"] = [],
        ["Legator.Backends"] = ["Legator.Core"],
        ["Legator.ServiceDefaults"] = ["Legator.Core"],
        ["Legator.LocalCluster"] = ["Legator.ServiceDefaults", "Legator.Backends", "Legator.Core"],
        ["Legator.Operator"] = ["Legator.ServiceDefaults", "Legator.Backends", "Legator.Core"],
        ["Legator.Runner"] = ["Legator.ServiceDefaults", "Legator.Backends", "Legator.Core"],
        ["Legator.Web"] = ["Legator.ServiceDefaults", "Legator.Backends", "Legator.Core"],
        ["Legator.ChatOps"] = ["Legator.ServiceDefaults", "Legator.Backends", "Legator.Core"],
        // The command line replays and rehearses runs with the Runner's own session and gate; see docs/architecture.md.
        ["Legator.Cli"] = ["Legator.Core", "Legator.Backends", "Legator.Runner"],
        ["Legator.AppHost"] =
        [
            "Legator.LocalCluster", "Legator.Operator", "Legator.Runner", "Legator.Web", "Legator.ChatOps",
            "Legator.ServiceDefaults", "Legator.Backends", "Legator.Core",
        ],
    };

    /// <summary>Packages that only one project may see, so that a vendor or an engine can be changed in one place.</summary>
    private static readonly Dictionary<string, string[]> Owners = new()
    {
        ["Microsoft.Data.Sqlite"] = ["Legator.Backends"],
        // One keeps the journal, the other reads databases of the estate; they share nothing.
        ["Npgsql"] = ["Legator.Backends", "Legator.Runner"],
        ["StackExchange.Redis"] = ["Legator.Backends"],
        ["KubernetesClient"] = ["Legator.Backends"],
        ["LibGit2Sharp"] = ["Legator.Operator"],
        ["Microsoft.Extensions.AI"] = ["Legator.Runner"],
        ["Microsoft.Extensions.AI.OpenAI"] = ["Legator.Runner"],
        ["OpenAI"] = ["Legator.Runner"],
        ["OllamaSharp"] = ["Legator.Runner"],
        ["Anthropic"] = ["Legator.Runner"],
        ["SSH.NET"] = ["Legator.Runner"],
        ["MySqlConnector"] = ["Legator.Runner"],
        ["ModelContextProtocol.Core"] = ["Legator.Runner"],
        ["DnsClient"] = ["Legator.Runner"],
        ["Telegram.Bot"] = ["Legator.ChatOps"],
    };

    private static readonly string[] CorePackages = ["YamlDotNet", "Cronos"];

    [Fact]
    public void Projects_ReferenceOneWay() =>
        ProductProjects().SelectMany(p => References(p.Path, "ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/')))
                .Where(r => !Allowed[p.Name].Contains(r))
                .Select(r => $"{p.Name} references {r}"))
            .ShouldBeNone("References point one way (docs/architecture.md):");

    [Fact]
    public void Packages_AreSeenByTheirOwnerOnly() =>
        ProductProjects().SelectMany(p => References(p.Path, "PackageReference")
                .Where(r => Owners.TryGetValue(r, out var owner) && !owner.Contains(p.Name))
                .Select(r => $"{p.Name} references {r}, which belongs to {string.Join(" and ", Owners[r])}"))
            .ShouldBeNone("An engine or a vendor is seen by one project:");

    [Fact]
    public void DatabaseDrivers_AreSeenByOneFolderOfTheRunner() =>
        Repo.ProductSources.Where(s => s.Project == "Legator.Runner" && !s.Path.StartsWith("Legator.Runner/Tools/Sql/", StringComparison.Ordinal))
            .SelectMany(s => s.Root.Usings.Select(u => u.Name?.ToString() ?? "").Where(u => u.StartsWith("Npgsql", StringComparison.Ordinal) || u.StartsWith("MySqlConnector", StringComparison.Ordinal)).Select(u => $"{s.Path}: using {u}"))
            .ShouldBeNone("The drivers of the estate's databases are the business of Tools/Sql:");

    [Fact]
    public void Core_ReferencesOnlyTextLibraries() =>
        References("Legator.Core/Legator.Core.csproj", "PackageReference").Except(CorePackages)
            .ShouldBeNone("Core is pure: no I/O, no clock, no DI, no logging, no Kubernetes or Redis types:");

    [Fact]
    public void Core_NamesNoInfrastructure()
    {
        string[] banned = ["System.Net.Http", "Microsoft.Extensions", "Microsoft.AspNetCore", "k8s", "StackExchange", "Npgsql", "System.IO.Pipes", "System.Diagnostics.Process"];
        Repo.ProductSources.Where(s => s.Project == "Legator.Core")
            .SelectMany(s => s.Root.Usings.Select(u => u.Name?.ToString() ?? "")
                .Where(u => banned.Any(b => u == b || u.StartsWith(b + ".", StringComparison.Ordinal)))
                .Select(u => $"{s.Path}: using {u}"))
            .ShouldBeNone("Core is pure:");
    }

    [Fact]
    public void Versions_ArePinnedInOnePlace() =>
        Repo.Projects.SelectMany(p => XDocument.Parse(Repo.Read(p)).Descendants("PackageReference")
                .Where(r => r.Attribute("Version") is not null && !p.Contains("AppHost", StringComparison.Ordinal))
                .Select(r => $"{p}: {r.Attribute("Include")?.Value}"))
            .ShouldBeNone("Package versions stand in Directory.Packages.props:");

    private static IEnumerable<(string Name, string Path)> ProductProjects() =>
        Repo.Projects.Where(p => p.StartsWith("Legator.", StringComparison.Ordinal)).Select(p => (Path.GetFileNameWithoutExtension(p), p));

    private static IEnumerable<string> References(string project, string element) =>
        XDocument.Parse(Repo.Read(project)).Descendants(element).Select(e => e.Attribute("Include")!.Value);
}
