using System.Globalization;
using System.Text.Json;
using Legator.Cli.Connection;
using Legator.Cli.Output;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Rollbacks;

namespace Legator.Cli.Runs;

/// <summary><c>legator runs undo RUN --dry-run</c>: the recorded calls, and what a run that changes nothing finds would become of each now.</summary>
internal static class UndoPreview
{
    // A run of recorded calls takes a moment; what takes longer waits for something that is not this command's business.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task ShowAsync(CommandContext context, TextWriter error, string run, int[] only, CancellationToken cancellationToken)
    {
        var numbers = only.Length == 0 ? null : string.Join(',', only.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        var plan = await context.Api.GetAsync(ApiQuery.Build(ApiPaths.Undo(run), ("namespace", context.Namespace), ("actions", numbers)), cancellationToken);
        var view = plan.Deserialize<UndoView>(LegatorJson.Options) ?? throw new CliException("the API answered with nothing.");
        var unseen = (string?)null;
        try
        {
            plan = view.Steps.Count == 0 ? plan : await LookAsync(context, view, only, numbers, cancellationToken);
        }
        catch (CliException refused)
        {
            unseen = refused.Message;
        }

        context.Printer.Print<UndoView>(plan, found => Write(found, unseen, context.Printer));
        if (unseen is not null && !context.Printer.ForPeople)
        {
            await error.WriteLineAsync($"what would become of the calls now is not known: {unseen}");
        }
    }

    private static async Task<JsonElement> LookAsync(CommandContext context, UndoView view, int[] only, string? numbers, CancellationToken cancellationToken)
    {
        var answer = await context.Api.PostAsync(ApiQuery.Build(ApiPaths.Undo(view.Run), ("namespace", view.Namespace)), new UndoBody(only, DryRun: true), cancellationToken);
        var accepted = answer.Deserialize<RunAccepted>(LegatorJson.Options) ?? throw new CliException("the API answered with nothing.");
        using var patience = new CancellationTokenSource(Patience, context.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await RunWatch.AwaitAsync(context, accepted.Run, accepted.Namespace, both.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new CliException($"run {accepted.Run}, which looks at it, did not end within {Amounts.Span(Patience)}. Why it may not move: legator status.");
        }

        return await context.Api.GetAsync(ApiQuery.Build(ApiPaths.Undo(view.Run), ("namespace", view.Namespace), ("actions", numbers), ("dryRun", accepted.Run)), cancellationToken);
    }

    private static void Write(UndoView view, string? unseen, Printer printer)
    {
        printer.Line($"[bold]Undo of run {Printer.Safe(view.Run)}[/] by agent {Printer.Safe(view.Agent)}");
        if (view.UndoneBy is { } before)
        {
            printer.Line($"Run {Printer.Safe(before)} is an undo of it already.");
        }

        printer.Line();
        printer.Line($"[bold]Calls ({view.Steps.Count}):[/]");
        for (var i = 0; i < view.Steps.Count; i++)
        {
            Write(view.Steps[i], view.Outlook?.FirstOrDefault(o => o.Step == i), printer);
        }

        WriteLeft(view, printer);
        printer.Line();
        printer.Line(unseen is null ? "Nothing was changed." : $"[yellow]What would become of the calls now is not known:[/] {Printer.Safe(unseen)}");
    }

    private static void Write(UndoStep step, UndoOutlook? outlook, Printer printer)
    {
        printer.Line($"{step.Seq,3}. {Printer.Safe(step.Step.Words)}{(step.InDoubt == true ? " (nobody knows whether the action took effect)" : "")}");
        printer.Text($"takes back {step.Action}", "     ");
        printer.Text($"{step.Step.Tool} {step.Step.Arguments.GetRawText()}", "     ");
        if (outlook is null)
        {
            return;
        }

        printer.Line($"     [{Color(outlook.Fate)}]now:[/] {Printer.Safe(Words(outlook))}");
        foreach (var field in outlook.Drift)
        {
            printer.Text($"changed since: {field}", "       ");
        }
    }

    private static void WriteLeft(UndoView view, Printer printer)
    {
        if (view.Left.Count == 0)
        {
            return;
        }

        printer.Line();
        printer.Line($"[bold]Not taken back ({view.Left.Count}):[/]");
        foreach (var left in view.Left)
        {
            printer.Line($"{left.Seq,3}. {Printer.Safe(left.Action)}");
            printer.Text(left.Why, "     ");
        }
    }

    // What changed since stands below, a field a line.
    private static string Words(UndoOutlook outlook) => outlook switch
    {
        { Fate: UndoFate.Made } => "would be made",
        { Fate: UndoFate.Asked, Drift.Count: > 0 } => "a person would be asked, because somebody changed the object",
        { Fate: UndoFate.LeftOut } => "would be left out: it is as it was before",
        _ => outlook.Message,
    };

    private static string Color(UndoFate fate) => fate switch
    {
        UndoFate.Made => "green",
        UndoFate.Asked => "yellow",
        UndoFate.LeftOut => "grey",
        _ => "red",
    };
}
