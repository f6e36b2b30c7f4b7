using Legator.Core.Actions;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Tests.Interleavings;

/// <summary>Changes the world and is counted there. Its request may not arrive, and its answer may be lost.</summary>
internal sealed class CountedTool(Dictionary<string, int> world, Turnstile turnstile) : Tool<CountedArguments>
{
    public override string Name => "world.change";

    public override string Description => "Changes the world.";

    public static string Mark(RunKey run, string what) => $"{run.Name} {what}";

    protected override Task<PreparedCall> PrepareAsync(CountedArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var mark = Mark(scope.Run, arguments.What);
        var action = new ProposedAction("world", "change", new CanonicalTarget(mark), RiskTier.ServiceMutation);
        return Task.FromResult(new PreparedCall([action], (_, _) => ChangeAsync(mark))
        {
            Reconcile = arguments.Traceless == true ? null : (_, _) => LookAsync(mark),
        });
    }

    private async Task<ToolOutput> ChangeAsync(string mark)
    {
        if (!await turnstile.PassAsync($"change {mark}"))
        {
            throw new HttpRequestException("The request broke off.");
        }

        world[mark] = world.GetValueOrDefault(mark) + 1;
        return await turnstile.PassAsync($"hear of the change {mark}") ? ToolOutput.Done("changed") : throw new HttpRequestException("The answer was lost.");
    }

    private async Task<Reconciliation> LookAsync(string mark) => await turnstile.PassAsync($"look for {mark}")
        ? world.ContainsKey(mark) ? new(InterruptedOutcome.Executed, "It is there.") : new(InterruptedOutcome.NotExecuted, "It is not there; you may ask again.")
        : throw new HttpRequestException("The world does not answer.");
}
