using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Legator.Web.Tests.RealBrowser;

/// <summary>A Chromium without a window, with a profile of its own, driven by its DevTools protocol.</summary>
internal sealed partial class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private readonly DirectoryInfo _profile;
    private readonly Process _process;

    private Chromium(DirectoryInfo profile, Process process, Uri debugger) => (_profile, _process, Debugger) = (profile, process, debugger);

    /// <summary>Where it takes commands.</summary>
    public Uri Debugger { get; }

    /// <summary>The program; null where there is none.</summary>
    public static string? Program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    public static async Task<Chromium> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("legator-chromium-");
        var start = new ProcessStartInfo(Program!, ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        var told = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (Listening().Match(line.Data ?? "") is { Success: true } match)
            {
                told.TrySetResult(new Uri(match.Value));
            }
        };
        process.BeginErrorReadLine();
        return new Chromium(profile, process, await told.Task.WaitAsync(TimeSpan.FromSeconds(120)));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        // Its children may still be letting go of the folder.
        await Eventually.IsTrueAsync("the browser's profile can be removed", TryRemove);
    }

    private bool TryRemove()
    {
        try
        {
            _profile.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"ws://\S+")]
    private static partial Regex Listening();
}
