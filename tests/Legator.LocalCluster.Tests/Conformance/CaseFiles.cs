using System.Runtime.CompilerServices;

namespace Legator.LocalCluster.Tests.Conformance;

/// <summary>Where the cases are kept: in the source tree, so that they can be recorded anew in place.</summary>
internal static class CaseFiles
{
    public static string Folder { get; } = FindFolder();

    public static string Script(string name) => Path.Combine(Folder, "cases", name + ".sh");

    /// <summary>The transcript that a real API server gave.</summary>
    public static string Recorded(string name) => Path.Combine(Folder, "cases", name + ".txt");

    public static IEnumerable<string> Names() => Directory.EnumerateFiles(Path.Combine(Folder, "cases"), "*.sh").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    private static string FindFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
