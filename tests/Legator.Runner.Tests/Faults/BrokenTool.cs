using Legator.Core.Actions;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Tests.Faults;

/// <summary>A tool with defects of its own.</summary>
internal sealed class BrokenTool : Tool<BrokenArguments>
{
    public override string Name => "broken.tool";

    public override string Description => "Breaks.";

    public override TimeSpan Timeout => TimeSpan.FromMilliseconds(300);

    protected override Task<PreparedCall> PrepareAsync(BrokenArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        Break(arguments, "prepare");
        var action = new ProposedAction("broken", "break", new CanonicalTarget("it"), arguments.Changes == true ? RiskTier.ServiceMutation : RiskTier.Read);
        return Task.FromResult(new PreparedCall([action], async (_, token) =>
        {
            Break(arguments, "effect");
            if (arguments.Where == "hang")
            {
                await Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }

            throw arguments.Where switch
            {
                "permit" => new PermitException("canary-defect"),
                "network" => new IOException("The connection broke."),
                _ => new OperationCanceledException("canary-defect"),
            };
        })
        {
            Observe = arguments.Where == "observe" ? _ => throw new InvalidCastException("canary-defect") : null,
            Reconcile = arguments.Changes == true ? (_, _) => throw new InvalidCastException("canary-defect") : null,
        });
    }

    private static void Break(BrokenArguments arguments, string where)
    {
        if (arguments.Where == where)
        {
            throw new InvalidCastException("canary-defect");
        }
    }
}
