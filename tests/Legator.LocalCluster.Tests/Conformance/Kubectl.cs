using System.Diagnostics;

namespace Legator.LocalCluster.Tests.Conformance;

/// <summary>The kubectl that the cases run with: the one that LEGATOR_KUBECTL names, one unpacked beside the test servers, or that on the path.</summary>
internal static class Kubectl
{
    private static readonly Lazy<string?> Found = new(() => Candidates().FirstOrDefault(Answers));

    /// <summary>The program; null where this machine has none that is new enough for the recorded answers.</summary>
    public static string? Path => Found.Value;

    private static IEnumerable<string> Candidates()
    {
        yield return Environment.GetEnvironmentVariable("LEGATOR_KUBECTL") ?? "";
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        yield return System.IO.Path.Combine(cache, "legator-kube", "bin", "kubectl");
        yield return "kubectl";
    }

    // Recorded with 1.32; older ones word and print some things differently.
    private static bool Answers(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["version", "--client", "-o", "json"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var minor = System.Text.RegularExpressions.Regex.Match(output, "\"minor\": \"(\\d+)");
            return process.ExitCode == 0 && minor.Success && int.Parse(minor.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= 32;
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }
}
