using Legator.Repository.Tests.House;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Legator.Repository.Tests;

/// <summary>Every type of the product is reached from a Program.cs through code that names it. A feature that only tests call is not a feature.</summary>
public sealed class OrphanTests
{
    [Fact]
    public void Types_AreReachedFromAProgram()
    {
        var files = Repo.ProductSources.ToList();
        var reached = Reach(files);
        files.Where(f => f.TopLevelTypes.Any() && !reached.Contains(f.Path)).Select(f => f.Path)
            .ShouldBeNone("Reached from no Program.cs; connect it or delete it:");
    }

    private static HashSet<string> Reach(List<SourceFile> files)
    {
        var declaredIn = new Dictionary<string, List<SourceFile>>();
        foreach (var file in files)
        {
            foreach (var name in DeclaredNames(file).Distinct())
            {
                declaredIn.TryAdd(name, []);
                declaredIn[name].Add(file);
            }
        }

        var reached = new HashSet<string>();
        var waiting = new Queue<string>(Roots(files));
        while (waiting.TryDequeue(out var name))
        {
            foreach (var file in declaredIn.GetValueOrDefault(name, []).Where(f => reached.Add(f.Path)))
            {
                foreach (var used in file.Identifiers.Distinct())
                {
                    waiting.Enqueue(used);
                    waiting.Enqueue(used + "Attribute");
                }
            }
        }

        return reached;
    }

    private static IEnumerable<string> Roots(List<SourceFile> files)
    {
        var programs = files.Where(f => f.Path.EndsWith("Program.cs", StringComparison.Ordinal)).SelectMany(f => f.Identifiers);
        var markup = Repo.Files.Where(f => f.StartsWith("Legator.", StringComparison.Ordinal) && f.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(f => CSharpSyntaxTree.ParseText(Repo.Read(f)).GetRoot().DescendantTokens().Select(t => t.ValueText)
                .Append(Path.GetFileNameWithoutExtension(f)));
        return programs.Concat(markup).Concat(Kinds(files));
    }

    /// <summary>The kinds are the API that every cluster serves, whether or not a component acts on one of them yet.</summary>
    private static IEnumerable<string> Kinds(List<SourceFile> files) =>
        files.Where(f => f.Project == "Legator.Core").SelectMany(f => f.TopLevelTypes)
            .Where(t => t.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() == "ResourceKind"))
            .Select(SourceFile.NameOf);

    private static IEnumerable<string> DeclaredNames(SourceFile file)
    {
        foreach (var type in file.TopLevelTypes)
        {
            yield return SourceFile.NameOf(type);
            if (type is not ClassDeclarationSyntax { Members: var members } declared || !declared.Modifiers.Any(SyntaxKind.StaticKeyword))
            {
                continue;
            }

            foreach (var method in members.OfType<MethodDeclarationSyntax>().Where(IsExtension))
            {
                yield return method.Identifier.Text;
            }
        }
    }

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;
}
