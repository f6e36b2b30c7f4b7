using System.Diagnostics;

namespace Legator.LocalCluster.Tests.Conformance;

/// <summary>The kubectl that the cases run with: the one that LEGATOR_KUBECTL names, one unpacked beside the test servers, or that on the path.</summary>
internal static class Kubectl
{
    private const int RecordedMinor = 32;
    private static readonly Lazy<(string Program, int Minor)?> Found = new(() => Candidates().Select(c => (c, Minor(c))).Where(c => c.Item2 is not null).Select(c => ((string, int)?)(c.c, c.Item2!.Value)).FirstOrDefault());

    /// <summary>The program; null where this machine has none.</summary>
    public static string? Path => Found.Value?.Program;

    /// <summary>True where it is like the one whose answers are recorded; the answers of others are compared with a real server's in the same run.</summary>
    public static bool IsRecorded => Found.Value?.Minor >= RecordedMinor;

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("LEGATOR_KUBECTL") is { Length: > 0 } given)
        {
            yield return given;
        }
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        yield return System.IO.Path.Combine(cache, "legator-kube", "bin", "kubectl");
        yield return "kubectl";
    }

    // Recorded with 1.32; older ones word and print some things differently.
    private static int? Minor(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["version", "--client", "-o", "json"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var minor = System.Text.RegularExpressions.Regex.Match(output, "\"minor\": \"(\\d+)");
            return process.ExitCode == 0 && minor.Success ? int.Parse(minor.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }
}
