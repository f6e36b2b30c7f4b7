using System.Diagnostics;

namespace Legator.LocalCluster.Tests.Durability;

/// <summary>LocalCluster as a process that can be killed at any moment and started again on the same data.</summary>
internal sealed class ClusterProcess : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private ClusterProcess(Process process) => _process = process;

    public static async Task<ClusterProcess> StartAsync(string data)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Legator.LocalCluster.dll");
        Process process = Process.Start(new ProcessStartInfo("dotnet", [program, "--data-dir", data]) { RedirectStandardOutput = true })!;
        using CancellationTokenSource limit = new(_patience);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("kubeconfig", StringComparison.Ordinal))
            {
                return new ClusterProcess(process);
            }
        }

        throw new InvalidOperationException("LocalCluster ended before it served");
    }

    /// <summary>Ends the process as a power cut would end it: without a chance to do anything.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
