using System.Diagnostics;

namespace Legator.Benchmarks.Schedules;

/// <summary>The Operator as a process of its own, as in the distributed set.</summary>
internal sealed class OperatorUnderTest : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legator-operator-bench");

    public OperatorUnderTest(string kubeconfig, string redis)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Legator.Operator.dll")]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Cluster__Kubeconfig"] = kubeconfig;
        start.Environment["ConnectionStrings__queue"] = redis;
        start.Environment["ConnectionStrings__journal"] = $"Data Source={Path.Combine(folder.FullName, "journal.db")}";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
    }

    /// <summary>Resident memory in MB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (folder.Exists)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            folder.Delete(recursive: true);
            folder.Refresh();
        }
    }
}
