using System.CommandLine;
using Legator.Cli.Connection;
using Legator.Core.Api;

namespace Legator.Cli.Status;

/// <summary><c>legator status</c>: is it working, idle and why, or broken and why.</summary>
internal static class StatusCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var command = new Command("status", "Show whether Legator works, is idle and why, or is broken and why.");
        CommandContext.Bind(command, options, environment, async (context, _, cancellationToken) =>
        {
            var report = await context.Api.GetAsync(ApiQuery.Build(ApiPaths.Status, ("namespace", context.Namespace)), cancellationToken);
            context.Printer.Print<StatusReport>(report, value => StatusView.Write(value, context.Printer));
            return ExitCodes.Ok;
        });
        return command;
    }
}
