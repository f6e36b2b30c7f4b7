using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Legator.Benchmarks.Queues;

/// <summary>BullMQ from npm, in the version that package.json names.</summary>
internal sealed class BullPeer
{
    private readonly string folder;

    private BullPeer(string folder) => this.folder = folder;

    public static async Task<BullPeer> InstallAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Queues", "bullmq");
        await RunAsync("npm", folder, "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--silent");
        return new BullPeer(folder);
    }

    public async Task<BullResult> MeasureAsync(int port, QueueLoad load)
    {
        string[] numbers = [.. new[] { port, load.Jobs, load.Concurrency, load.PerSecond, load.Seconds }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        var answer = await RunAsync("node", folder, ["bench.mjs", .. numbers]);
        return JsonSerializer.Deserialize<BullResult>(answer, JsonSerializerOptions.Web)!;
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
