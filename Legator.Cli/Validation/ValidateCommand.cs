using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Legator.Cli.Output;
using Legator.Core;

namespace Legator.Cli.Validation;

/// <summary><c>legator validate</c>: looks at agents, environments, tiers, policies and skills before anybody applies them.</summary>
internal static class ValidateCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var paths = new Argument<string[]>("path") { Description = "Files and folders; folders are searched for YAML files and skills. Default: this folder.", Arity = ArgumentArity.ZeroOrMore };
        var strict = new Option<bool>("--strict") { Description = "Take warnings for errors." };
        var format = new Option<ValidationFormat>("--output", "-o") { Description = "Format of the output. Default: text.", HelpName = "text|json", CustomParser = Format };
        var command = new Command("validate", "Look at agents, environments, model tiers, user policies and skills as the API server and the Operator would, and whether they fit together. Needs no running Legator.") { paths, strict, format };
        command.SetAction(parsed => Run(parsed.GetValue(paths) is { Length: > 0 } given ? given : ["."], parsed.GetValue(strict), parsed.GetValue(format) == ValidationFormat.Json, environment));
        return command;
    }

    private static int Run(string[] paths, bool strict, bool json, CliEnvironment environment)
    {
        var report = Validator.Validate(paths, environment);
        if (report is { Objects: 0, Problems.Count: 0 })
        {
            throw new CliException($"{string.Join(", ", paths)}: {(report.Files == 0 ? "there is no YAML file and no skill in it" : $"nothing in {(report.Files == 1 ? "this file" : $"these {report.Files} files")} is Legator's")}", ExitCodes.Usage);
        }

        var good = report.Errors == 0 && (!strict || report.Warnings == 0);
        if (json)
        {
            environment.Out.WriteLine(JsonSerializer.Serialize(new { good, report.Files, report.Objects, report.LeftAlone, report.Errors, report.Warnings, report.Problems }, LegatorJson.Indented));
        }
        else
        {
            Write(report, new Printer(environment, OutputFormat.Table));
        }

        return good ? ExitCodes.Ok : ExitCodes.Failure;
    }

    private static void Write(ValidationReport report, Printer printer)
    {
        foreach (var problem in report.Problems)
        {
            var place = $"{Terminal.OneLine(problem.File, 400)}{(problem.Line is { } line ? $":{line}" : "")}";
            var told = $"{(problem.Field.Length == 0 ? "" : problem.Field + ": ")}{problem.Message}{(problem.Object is null ? "" : $" [{problem.Object}]")}";
            printer.Line($"[bold]{Spectre.Console.Markup.Escape(place)}[/]: {(problem.IsWarning ? "[yellow]warning[/]" : "[red]error[/]")}: {Printer.Safe(told, 2000)}");
        }

        printer.Line($"{Count(report.Files, "file")}, {Count(report.Objects, "object")} of Legator's{(report.LeftAlone > 0 ? $" ({report.LeftAlone} others left alone)" : "")}: "
            + $"{(report.Errors > 0 ? $"[red]{Count(report.Errors, "error")}[/]" : "[green]no errors[/]")}, {Count(report.Warnings, "warning")}.");
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static ValidationFormat Format(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (Enum.GetNames<ValidationFormat>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<ValidationFormat>(text, ignoreCase: true);
        }

        result.AddError($"--output: '{Terminal.Clean(text)}' is not a format. Write text or json.");
        return default;
    }
}
