using System.Runtime.CompilerServices;

namespace Legator.EndToEnd.Tests.Product;

/// <summary>Where the built programs stand: beside this test's own output.</summary>
internal static class ProductBuild
{
    private static readonly string Flavor = Path.Combine("bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    public static string Program(string project, string? assembly = null) => Path.Combine(Root, project, Flavor, (assembly ?? project) + ".dll");

    private static string Here([CallerFilePath] string path = "") => path;
}
