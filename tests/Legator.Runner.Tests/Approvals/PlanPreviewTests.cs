using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Runner.Approvals;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tools;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Approvals;

/// <summary>Who decides on a plan sees what each of its steps would change.</summary>
public sealed class PlanPreviewTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Plan_ShowsTheDryRunOfEachStep_AndWhatDependsOnAnyOfThem()
    {
        var preview = await PreviewAsync(
            Step("1. scale web", () => new ActionPreview("web would change:\n~ replicas: 1 -> 3, canary-secret\n") { Dependents = ["pods/web-1", "pods/web-2"] }),
            Step("2. restart web", () => new ActionPreview("web would be restarted") { Dependents = ["pods/web-1"] }));
        preview.Difference.ShouldBe("1. scale web\n   web would change:\n   ~ replicas: 1 -> 3, [REDACTED]\n2. restart web\n   web would be restarted\n");
        preview.Dependents.ShouldBe(["pods/web-1", "pods/web-2"]);
    }

    [Fact]
    public async Task Step_WithoutADryRun_SaysWhy()
    {
        var preview = await PreviewAsync(new PlannedStep("1. restart", Call(null)), new PlannedStep("2. gone", null), Step("3. breaks", () => throw new InvalidOperationException("secret")));
        preview.Difference.ShouldBe("1. restart\n   unavailable: The target has no way to say beforehand what the call would change.\n2. gone\n   unavailable: The step cannot be made ready now.\n3. breaks\n   unavailable: The dry run failed (InvalidOperationException).\n");
    }

    [Fact]
    public async Task DryRunsThatTakeTooLong_LeaveTheOthersOut()
    {
        var preview = await PreviewAsync(
            Step("1. slow", () =>
            {
                _time.Advance(TimeSpan.FromSeconds(31));
                return new ActionPreview("slow");
            }),
            Step("2. late", () => new ActionPreview("late")));
        preview.Difference.ShouldBe("1. slow\n   slow\n2. late\n   unavailable: The dry runs of earlier steps took too long.\n");
    }

    private async Task<ActionPreview> PreviewAsync(params IReadOnlyList<PlannedStep> steps) =>
        (await new ApprovalDesk(new FixedPolicyVersions(), _time, NullLogger<ApprovalDesk>.Instance).AskAsync(RiskTier.ServiceMutation, Call(null), steps, Gates.Scope(), TestContext.Current.CancellationToken)).Preview;

    private static PlannedStep Step(string line, Func<ActionPreview> preview) => new(line, Call(_ => Task.FromResult(preview())));

    private static PreparedCall Call(Func<CancellationToken, Task<ActionPreview>>? preview) => new([], (_, _) => Task.FromResult(ToolOutput.Done(""))) { Preview = preview };
}
