using System.Text;

namespace Legator.LocalCluster.Tests.Conformance;

/// <summary>Compares transcripts command by command, and shows only the commands whose answers differ.</summary>
internal static class TranscriptComparison
{
    public static void ShouldMatchLines(this string actual, string recorded)
    {
        if (actual == recorded)
        {
            return;
        }
        var (wanted, got) = (Commands(recorded), Commands(actual));
        var report = new StringBuilder();
        for (var i = 0; i < Math.Max(wanted.Length, got.Length); i++)
        {
            var (real, local) = (wanted.ElementAtOrDefault(i) ?? "(nothing)", got.ElementAtOrDefault(i) ?? "(nothing)");
            if (real != local)
            {
                report.Append("\n=== recorded\n").Append(real).Append("\n=== here\n").Append(local).Append('\n');
            }
        }
        Assert.Fail(report.ToString());
    }

    private static string[] Commands(string transcript) => transcript.Split("\n$ ");
}
