using System.CommandLine;
using Legator.Core.Actions.Classification;

namespace Legator.Cli.Guardrails;

/// <summary><c>legator guardrails test</c>: labelled cases against the classifiers, and against an agent's chain where one is named.</summary>
internal static class TestCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var options = new JudgeOptions(agentRequired: false);
        var files = new Argument<string[]>("cases") { Description = "JSON Lines files of calls with \"expect\":{\"tier\",\"blocked\",\"verdict\"}.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("test", "Run labelled cases and print a scorecard. Exit code 1 when anything is judged milder than its label, or a line is no case.") { files };
        options.AddTo(command);
        command.SetAction((parsed, token) => RunAsync(parsed.GetRequiredValue(files), options.Read(parsed, environment), environment, token));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> files, OfflineJudge? judge, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var card = new Scorecard();
        foreach (var file in files)
        {
            using var input = CallLines.Open(file, environment);
            await foreach (var line in CallLines.ReadAsync(input, null, cancellationToken))
            {
                card.Add(Grade(line, judge) with { File = file });
            }
        }

        ScorecardView.Print(card, environment.CreateConsole());
        return card.Failed ? ExitCodes.Failure : ExitCodes.Ok;
    }

    private static GradedCase Grade(CallLine line, OfflineJudge? judge)
    {
        var label = CaseLabel.Read(line, out var problem);
        if (label is null)
        {
            return GradedCase.Broken(line, problem!);
        }

        var found = StandardClassifiers.Classify(line.Call!.Tool, line.Call.Arguments, ClassificationContext.Empty);
        if (label.Verdict is not null && judge is null)
        {
            return GradedCase.Broken(line, "expect.verdict: give the agent whose chain judges by --agent");
        }

        return GradedCase.Of(line, label, found, label.Verdict is null ? null : judge!.Judge(line.Call));
    }
}
