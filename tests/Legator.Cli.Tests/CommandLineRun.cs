using System.Diagnostics;

namespace Legator.Cli.Tests;

/// <summary>The real executable, as somebody types it.</summary>
internal sealed record CommandLineRun(int ExitCode, string Out, string Error)
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "legator.exe" : "legator");

    /// <summary>The output by lines, without blanks at their ends.</summary>
    public string[] Lines => [.. Out.TrimEnd('\n').Split('\n').Select(l => l.TrimEnd())];

    /// <summary>Runs it in an empty folder without any variables of Legator, and waits for its end.</summary>
    public static Task<CommandLineRun> OfAsync(params string[] arguments) => OfAsync([], arguments);

    public static Task<CommandLineRun> OfAsync(Dictionary<string, string> variables, params string[] arguments) => OfAsync(variables, "", arguments);

    /// <summary>Runs it with something to read on its standard input.</summary>
    public static Task<CommandLineRun> WithInputAsync(string input, params string[] arguments) => OfAsync([], input, arguments);

    private static async Task<CommandLineRun> OfAsync(Dictionary<string, string> variables, string input, string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("legator-cli-");
        var start = new ProcessStartInfo(Executable, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = variables.GetValueOrDefault("PWD", folder.FullName),
        };
        start.Environment["HOME"] = folder.FullName;
        foreach (var name in new[] { "LEGATOR_API_URL", "LEGATOR_TOKEN", "LEGATOR_DATA_DIR" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        folder.Delete(recursive: true);
        return new CommandLineRun(process.ExitCode, await output, await error);
    }
}
