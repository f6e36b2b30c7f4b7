using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Legator.Repository.Tests.House;

/// <summary>One C# file with its syntax tree.</summary>
internal sealed class SourceFile(string path)
{
    private readonly Lazy<CompilationUnitSyntax> _root = new(() => CSharpSyntaxTree.ParseText(Repo.Read(path)).GetCompilationUnitRoot());

    public string Path { get; } = path;

    public string Project => Path.Split('/')[0];

    public bool IsProduct => Project.StartsWith("Legator.", StringComparison.Ordinal);

    public string Text => Root.ToFullString();

    public int LineCount => Text.AsSpan().Count('\n');

    public CompilationUnitSyntax Root => _root.Value;

    /// <summary>Types declared directly in the file or its namespace.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Root.Members.Concat(Root.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(n => n.Members))
            .Where(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
        DelegateDeclarationSyntax declared => declared.Identifier.Text,
        _ => "",
    };

    /// <summary>Every identifier that the code (not its comments or strings) names.</summary>
    public IEnumerable<string> Identifiers =>
        Root.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText);

    public override string ToString() => Path;
}
