using System.Diagnostics;

namespace Legator.LocalCluster.Tests.Conformance;

/// <summary>LocalCluster as people start it: a process of its own with a data directory.</summary>
internal sealed class LocalClusterProcess : IDisposable
{
    private readonly DirectoryInfo data;
    private readonly Process process;

    private LocalClusterProcess(Process process, DirectoryInfo data)
    {
        this.process = process;
        this.data = data;
    }

    public string Kubeconfig => Path.Combine(data.FullName, "kubeconfig");

    public static async Task<LocalClusterProcess> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("legator-cluster");
        var program = Path.Combine(AppContext.BaseDirectory, "Legator.LocalCluster.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--data-dir", data.FullName, "--port", "0"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        var output = new List<string>();
        process.OutputDataReceived += (_, line) => Remember(output, line.Data);
        process.ErrorDataReceived += (_, line) => Remember(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var cluster = new LocalClusterProcess(process, data);
        for (var i = 0; i < 200 && !process.HasExited; i++)
        {
            if (File.Exists(cluster.Kubeconfig))
            {
                return cluster;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
        cluster.Dispose();
        throw new TimeoutException($"LocalCluster wrote no kubeconfig within 20 s. It said:\n{string.Join('\n', output)}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        process.Dispose();
        data.Delete(recursive: true);
    }

    private static void Remember(List<string> output, string? line)
    {
        lock (output)
        {
            output.Add(line ?? "");
        }
    }
}
