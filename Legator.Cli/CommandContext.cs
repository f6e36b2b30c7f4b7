using System.CommandLine;
using Legator.Cli.Connection;
using Legator.Cli.Output;

namespace Legator.Cli;

/// <summary>What one invocation works with: the API, the namespace and the printer.</summary>
internal sealed class CommandContext : IDisposable
{
    public CommandContext(ParseResult parsed, GlobalOptions options, CliEnvironment environment)
    {
        Namespace = parsed.GetValue(options.Namespace);
        Printer = new Printer(environment, parsed.GetValue(options.Output));
        Api = new ApiClient(EndpointResolver.Resolve(parsed, options, environment));
        Clock = environment.Clock;
    }

    public ApiClient Api { get; }

    public string? Namespace { get; }

    public Printer Printer { get; }

    public TimeProvider Clock { get; }

    public void Dispose() => Api.Dispose();

    /// <summary>Sets an action that gets a context; the command's exit code is what it returns.</summary>
    public static void Bind(
        Command command,
        GlobalOptions options,
        CliEnvironment environment,
        Func<CommandContext, ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var context = new CommandContext(parsed, options, environment);
            return await action(context, parsed, cancellationToken);
        });
}
