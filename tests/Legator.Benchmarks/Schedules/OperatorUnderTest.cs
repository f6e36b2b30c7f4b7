using System.Diagnostics;
using System.Globalization;

namespace Legator.Benchmarks.Schedules;

/// <summary>The Operator as a process of its own, as in the distributed set.</summary>
internal sealed class OperatorUnderTest : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legator-operator-bench");
    private readonly Func<Process> launch;
    private Process process;

    /// <param name="kubeconfig">Its cluster.</param>
    /// <param name="redis">Its queue.</param>
    /// <param name="journal">Its journal; null for a file of its own.</param>
    public OperatorUnderTest(string kubeconfig, string redis, string? journal = null)
    {
        launch = () => Launch(kubeconfig, redis, journal ?? $"Data Source={Path.Combine(folder.FullName, "journal.db")}");
        process = launch();
    }

    /// <summary>Resident memory in MB.</summary>
    public double Megabytes => Status("VmRSS");

    /// <summary>The most that it was.</summary>
    public double MostMegabytes => Status("VmHWM");

    public async Task RestartAsync()
    {
        await StopAsync();
        process = launch();
    }

    public async ValueTask DisposeAsync()
    {
        if (folder.Exists)
        {
            await StopAsync();
            folder.Delete(recursive: true);
            folder.Refresh();
        }
    }

    private static Process Launch(string kubeconfig, string redis, string journal)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Legator.Operator.dll")]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Cluster__Kubeconfig"] = kubeconfig;
        start.Environment["ConnectionStrings__queue"] = redis;
        start.Environment["ConnectionStrings__journal"] = journal;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        return process;
    }

    private async Task StopAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private double Status(string field)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line[(field.Length + 1)..^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
