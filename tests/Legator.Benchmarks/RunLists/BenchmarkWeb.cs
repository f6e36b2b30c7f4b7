using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Legator.Benchmarks.RunLists;

/// <summary>The Web as a process of its own.</summary>
internal sealed partial class BenchmarkWeb : IAsyncDisposable
{
    private readonly Process process;

    private BenchmarkWeb(Process process, Uri url)
    {
        this.process = process;
        Url = url;
    }

    public Uri Url { get; }

    public static async Task<BenchmarkWeb> StartAsync(string kubeconfig, string connection, string token)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Legator.Web.dll"), "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        start.Environment["Cluster__Kubeconfig"] = kubeconfig;
        start.Environment["ConnectionStrings__journal"] = connection;
        start.Environment["Web__Token"] = token;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new BenchmarkWeb(process, new Uri(found.Value));
            }
        }

        throw new InvalidOperationException("The Web ended before it served.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"(?<=listening on: )http://\S+|http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
