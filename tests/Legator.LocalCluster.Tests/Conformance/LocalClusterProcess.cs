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
        try
        {
            await Eventually.IsTrueAsync("LocalCluster writes its kubeconfig and answers", () => File.Exists(cluster.Kubeconfig) || process.HasExited, TimeSpan.FromSeconds(30));
            return process.HasExited ? throw new InvalidOperationException($"LocalCluster ended at once. It said:\n{string.Join('\n', output)}") : cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
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
