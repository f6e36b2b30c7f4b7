using System.CommandLine;
using System.Text.Json;
using Legator.Cli.Connection;
using Legator.Core;
using Legator.Core.Api;

namespace Legator.Cli.Audit;

/// <summary><c>legator audit verify|export|key</c>.</summary>
internal static class AuditCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var command = new Command("audit", "Check that nothing of the journal was changed, removed, moved or made up; export it to be checked elsewhere.");
        command.Subcommands.Add(VerifyCommand.Create(options, environment));
        command.Subcommands.Add(Export(options, environment));
        command.Subcommands.Add(Key(options, environment));
        return command;
    }

    private static Command Export(GlobalOptions options, CliEnvironment environment)
    {
        var file = new Option<string>("--file") { Description = "File to write.", Required = true };
        var command = new Command("export", "Write the whole journal up to its newest checkpoint as JSON Lines, for 'legator audit verify --file'.") { file };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            using var answer = await context.Api.OpenAsync(ApiPaths.AuditBundle, null, cancellationToken);
            var path = parsed.GetRequiredValue(file);
            await using var output = AuditFile.Create(path, environment);
            try
            {
                await answer.Content.CopyToAsync(output, cancellationToken);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                throw new CliException($"{path} is not whole: {e.Message}");
            }

            context.Printer.Line($"Wrote {output.Length} bytes to {Output.Printer.Safe(path)}.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Key(GlobalOptions options, CliEnvironment environment)
    {
        var file = new Option<string?>("--file") { Description = "File to write. Default: standard output." };
        var command = new Command("key", "Write the public keys that checkpoints are signed with. Keep them where nobody who runs Legator can change them.") { file };
        CommandContext.Bind(command, options, environment, async (context, parsed, cancellationToken) =>
        {
            var key = (await context.Api.GetAsync(ApiPaths.AuditKey, cancellationToken)).Deserialize<AuditKeyReport>(LegatorJson.Options)!;
            if (parsed.GetValue(file) is not { } path)
            {
                await environment.Out.WriteAsync(key.PublicKeys);
                return ExitCodes.Ok;
            }

            await using var output = new StreamWriter(AuditFile.Create(path, environment));
            await output.WriteAsync(key.PublicKeys);
            return ExitCodes.Ok;
        });
        return command;
    }
}
