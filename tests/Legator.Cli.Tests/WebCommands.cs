namespace Legator.Cli.Tests;

internal static class WebCommands
{
    /// <summary>Runs the executable against a started API, within the namespace of its samples.</summary>
    public static Task<CommandLineRun> LegatorAsync(this StartedWeb web, params string[] arguments) => CommandLineRun.OfAsync(
        new Dictionary<string, string> { ["LEGATOR_API_URL"] = web.Url.ToString(), ["LEGATOR_TOKEN"] = StartedWeb.Token },
        [.. arguments, "-n", web.Namespace]);
}
