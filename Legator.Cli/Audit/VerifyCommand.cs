using System.CommandLine;
using System.Text.Json;
using Legator.Backends.Signatures;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Audit;

namespace Legator.Cli.Audit;

/// <summary><c>legator audit verify</c>: asks the running Legator to check its journal, or checks a bundle here, with nothing but the public key.</summary>
internal static class VerifyCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var file = new Option<string?>("--file") { Description = "Check this bundle of 'legator audit export', without any server." };
        var keys = new Option<string[]>("--key") { Description = "File with the public key (PEM) that is trusted; may be given several times. Without --file: fetch the journal and check it here.", AllowMultipleArgumentsPerToken = false };
        var command = new Command("verify", "Check the journal: every event, every run, every checkpoint. Exit code 1 where something is wrong.") { file, keys };
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is not null && result.GetValue(keys) is not { Length: > 0 })
            {
                result.AddError("--file needs --key: the public key that 'legator audit key' wrote.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var printer = new Printer(environment, parsed.GetValue(options.Output));
            AuditReport report;
            if (parsed.GetValue(keys) is not { Length: > 0 } trusted)
            {
                using var context = new CommandContext(parsed, options, environment);
                report = await AskAsync(context, cancellationToken);
            }
            else if (parsed.GetValue(file) is { } path)
            {
                using var bundle = AuditFile.Open(path, environment);
                report = await CheckAsync(bundle, path, Trusted(trusted, environment), cancellationToken);
            }
            else
            {
                using var context = new CommandContext(parsed, options, environment);
                using var answer = await context.Api.OpenAsync(ApiPaths.AuditBundle, null, cancellationToken);
                using var bundle = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
                report = await CheckAsync(bundle, "the journal", Trusted(trusted, environment), cancellationToken);
            }

            printer.Print<AuditReport>(JsonSerializer.SerializeToElement(report, LegatorJson.Options), r => Write(r, printer));
            return report.Verified ? ExitCodes.Ok : ExitCodes.Failure;
        });
        return command;
    }

    private static TrustedKeys Trusted(string[] files, CliEnvironment environment)
    {
        foreach (var path in files)
        {
            try
            {
                _ = new TrustedKeys(AuditFile.Read(path, environment));
            }
            catch (FormatException e)
            {
                throw new CliException($"{path}: {e.Message}", ExitCodes.Usage);
            }
        }

        return new TrustedKeys(files.Select(path => AuditFile.Read(path, environment)));
    }

    private static async Task<AuditReport> CheckAsync(TextReader bundle, string name, TrustedKeys keys, CancellationToken cancellationToken)
    {
        var reader = new AuditBundleReader(bundle);
        var verifier = new AuditVerifier(keys);
        try
        {
            await AuditCheck.RunAsync(reader.ReadAsync(cancellationToken), verifier, _ => { }, cancellationToken);
        }
        catch (Exception e) when (e is FormatException or IOException)
        {
            throw new CliException($"{name}: {e.Message}");
        }

        return verifier.Complete(reader.Head, mayBeBehind: false);
    }

    private static async Task<AuditReport> AskAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var answer = await context.Api.OpenAsync(ApiPaths.AuditVerification, null, cancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        AuditProgress? last = null;
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            last = JsonSerializer.Deserialize<AuditProgress>(line, LegatorJson.Options);
        }

        return last?.Report ?? throw new CliException($"the check broke off after {last?.Events ?? 0} events: {last?.Error ?? "the connection ended"}");
    }

    private static void Write(AuditReport report, Printer printer)
    {
        printer.Line(report.Verified ? "[green]verified[/]" : "[red]NOT VERIFIED[/]");
        printer.Line($"{report.Events} events of {report.Runs} runs under {report.Checkpoints} checkpoints{(report.AsOf is { } time ? $", the last of {time:u}" : "")}");
        if (report.Retired > 0)
        {
            printer.Line($"{report.Retired} runs were removed by retention, as checkpoints say");
        }

        if (report.Unsigned > 0)
        {
            printer.Line($"{report.Unsigned} events are newer than the last checkpoint: their chains hold, nobody has signed them yet");
        }

        foreach (var problem in report.Problems)
        {
            printer.Line($"[red]x[/] {Printer.Safe(problem)}");
        }
    }
}
