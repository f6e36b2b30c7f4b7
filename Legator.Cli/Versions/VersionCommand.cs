using System.CommandLine;
using System.Reflection;
using System.Text.Json;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core;

namespace Legator.Cli.Versions;

/// <summary><c>legator version</c>: works without an API.</summary>
internal static class VersionCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var command = new Command("version", "Print the version of this command line.");
        command.SetAction(parsed =>
        {
            var version = JsonSerializer.SerializeToElement(new VersionReport(Current()), LegatorJson.Options);
            new Printer(environment, parsed.GetValue(options.Output)).Print<VersionReport>(version, v => environment.Out.WriteLine($"legator {v.Version}"));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static string Current() =>
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
