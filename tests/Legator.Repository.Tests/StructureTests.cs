using Legator.Repository.Tests.House;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Legator.Repository.Tests;

public sealed class StructureTests
{
    private static readonly string[] BannedNames = ["Helpers", "Services", "Managers", "Common", "Utils", "Utilities", "Interfaces", "Misc"];

    /// <summary>Files that may be longer than 400 lines, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    [Fact]
    public void Folders_AreNamedForFeatures() =>
        Repo.Files.Where(f => f.StartsWith("Legator.", StringComparison.Ordinal))
            .Where(f => f.Split('/').Any(BannedNames.Contains) || f.EndsWith("/Extensions.cs", StringComparison.Ordinal))
            .ShouldBeNone("A folder is a feature; name it and its registration for what it does:");

    [Fact]
    public void ProductFiles_HoldOneTopLevelTypeNamedAsTheFile() =>
        Repo.ProductSources.Where(s => !s.Path.EndsWith("Program.cs", StringComparison.Ordinal)).SelectMany(OneType)
            .ShouldBeNone("One top-level type a file, named as the file (generics as Outcome{T}.cs):");

    [Fact]
    public void ProductFiles_StayWithinFourHundredLines() =>
        Repo.ProductSources.Where(s => s.LineCount > 400 && !LongFiles.ContainsKey(s.Path))
            .Select(s => $"{s.Path}: {s.LineCount} lines")
            .ShouldBeNone("A file that grows past 400 lines wants a new room:");

    [Fact]
    public void Types_StandInOneFile() =>
        Repo.Sources.SelectMany(s => s.TopLevelTypes.Where(t => t.Modifiers.Any(SyntaxKind.PartialKeyword)).Select(t => (s.Path, Type: FullName(t))))
            .GroupBy(x => x.Type, x => x.Path)
            .Where(files => files.Distinct().Skip(1).Any())
            .Select(files => $"{files.Key}: {string.Join(", ", files)}")
            .ShouldBeNone("A type that has outgrown its file wants rooms, each with one job, not a second file (partial is for what generators write):");

    [Fact]
    public void ProductFiles_AreShortOnTheWhole()
    {
        var lengths = Repo.ProductSources.Select(s => s.LineCount).Order().ToList();
        lengths[lengths.Count / 2].ShouldBeLessThanOrEqualTo(60, "median lines of a product file");
        lengths[lengths.Count * 95 / 100].ShouldBeLessThanOrEqualTo(250, "95th percentile of lines of a product file");
    }

    [Fact]
    public void ProductMethods_StayWithinSixtyLines() =>
        Repo.ProductSources.SelectMany(s => s.Root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>().Select(m => (s, m)))
            .Select(x => (x.s, x.m, Lines: x.m.Body?.ToString().AsSpan().Count('\n') ?? 0))
            .Where(x => x.Lines > 60)
            .Select(x => $"{x.s.Path}: {(x.m as MethodDeclarationSyntax)?.Identifier.Text ?? "constructor"}: {x.Lines} lines")
            .ShouldBeNone("A method does one thing:");

    [Fact]
    public void Programs_StayWithinFortyLines() =>
        Repo.ProductSources.Where(s => s.Path.EndsWith("/Program.cs", StringComparison.Ordinal) && s.LineCount > 40)
            .Select(s => $"{s.Path}: {s.LineCount} lines")
            .ShouldBeNone("Program.cs holds defaults, features, map, run:");

    [Fact]
    public void Regions_AreNotUsed() =>
        Repo.Sources.Where(s => s.Root.DescendantTrivia().Any(t => t.IsDirective && t.ToString().StartsWith("#region", StringComparison.Ordinal)))
            .Select(s => s.Path)
            .ShouldBeNone("No #region:");

    private static string FullName(MemberDeclarationSyntax type) =>
        $"{type.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name}.{SourceFile.NameOf(type)}`{(type as TypeDeclarationSyntax)?.Arity ?? 0}";

    private static IEnumerable<string> OneType(SourceFile file)
    {
        var names = file.TopLevelTypes.Select(SourceFile.NameOf).ToList();
        var expected = Path.GetFileNameWithoutExtension(file.Path).Split('{')[0].Split('.')[0];
        if (names.Count > 1)
        {
            yield return $"{file.Path}: {string.Join(", ", names)}";
        }
        else if (names.Count == 1 && names[0] != expected)
        {
            yield return $"{file.Path}: holds {names[0]}";
        }
    }
}
