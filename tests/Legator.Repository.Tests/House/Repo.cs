using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Legator.Repository.Tests.House;

/// <summary>The checkout: which files git knows, read once.</summary>
internal static class Repo
{
    public static string Root { get; } = FindRoot();

    /// <summary>Tracked files and untracked ones that are not ignored, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)).Select(f => new SourceFile(f))];

    public static IEnumerable<SourceFile> ProductSources => Sources.Where(s => s.IsProduct);

    public static IEnumerable<SourceFile> TestSources => Sources.Where(s => s.Path.StartsWith("tests/", StringComparison.Ordinal));

    public static IEnumerable<string> Projects => Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "Legator.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Legator.sln is above no folder of this file.");
        }

        return folder;
    }

    private static List<string> ListFiles()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. files.Where(f => File.Exists(Path.Combine(Root, f))).Distinct().Order(StringComparer.Ordinal)];
    }
}
