using System.Text.Json;
using Legator.Core.Guardrails;
using Legator.Core.Rollbacks;
using Legator.Core.Skills;

namespace Legator.Core.Tests.Rollbacks;

public sealed class UndoScriptTests
{
    private static readonly RehearsalOutcome Done = new(VerdictOutcome.Allow, null, "Scaled.");
    private static readonly RehearsalOutcome Refused = new(VerdictOutcome.Deny, GuardrailReason.AutonomyExceeded, "automate-safe does not cover it.");

    [Fact]
    public void Calls_AreMadeOneATurn_InTheOrderOfThePlan()
    {
        var script = Script(Step(5, "kubectl.scale"), Step(3, "kubectl.label"));
        script.Next([]).Calls.ShouldHaveSingleItem().Tool.ShouldBe("kubectl.scale");
        script.Next([Done]).Calls.ShouldHaveSingleItem().Tool.ShouldBe("kubectl.label");
        var end = script.Next([Done, Done]);
        end.Calls.ShouldBeEmpty();
        end.Text.ShouldStartWith("Undo of run web-1: 2 of 2 calls were made.");
    }

    [Fact]
    public void CallOfAnAction_Refused_GivesUpTheActionAndGoesOnWithTheOthers()
    {
        var script = Script(Step(5, "kubectl.delete"), Step(5, "kubectl.patch"), Step(3, "kubectl.label"));
        script.Next([Refused]).Calls.ShouldHaveSingleItem().Tool.ShouldBe("kubectl.label");
        var report = script.Next([Refused, Done]).Text;
        report.ShouldContain("1 of 3 calls were made");
        report.ShouldContain("WARNING: action 5 (kubectl.delete it): not taken back: AutonomyExceeded: automate-safe does not cover it.");
        report.ShouldContain("WARNING: action 5 (kubectl.patch it): not taken back: a call of this action before it did not come to pass");
    }

    [Fact]
    public void ObjectAsItWasBefore_IsNothingToTakeBack()
    {
        var report = Script(Step(2, "kubectl.scale")).Next([new(VerdictOutcome.Deny, GuardrailReason.PreConditionSkipped, "it is as it was before.")]).Text;
        report.ShouldContain("nothing to take back");
        report.ShouldNotContain("WARNING");
    }

    [Fact]
    public void NoMoreTurns_TellsWhatWasNotReached() =>
        Script(Step(5, "kubectl.scale"), Step(3, "kubectl.label")).Next([Done], mustReport: true).Text.ShouldContain("WARNING: action 3 (kubectl.label it): not taken back");

    [Fact]
    public void ActionsThatNoCallTakesBack_AreFindings() =>
        new UndoScript(new RunSnapshotUndo { Run = "web-1", Steps = [Step(2, "kubectl.scale")], Left = [new UndoLeft(4, "ssh.exec restart", "ssh.exec has no way to take it back by itself.")] })
            .Next([Done]).Text.ShouldContain("WARNING: action 4 (ssh.exec restart): not taken back: ssh.exec has no way");

    [Theory]
    [InlineData("web-1", "web-1", new int[0])]
    [InlineData("web-1#3,5", "web-1", new[] { 3, 5 })]
    [InlineData("web-1#3,5 dry-run", "web-1", new[] { 3, 5 })]
    [InlineData("web-1 dry-run", "web-1", new int[0])]
    public void Request_IsReadAndWritten(string text, string run, int[] actions)
    {
        var request = UndoRequest.TryParse(text).ShouldNotBeNull();
        request.Run.ShouldBe(run);
        request.Actions.ShouldBe(actions);
        request.DryRun.ShouldBe(text.EndsWith("dry-run", StringComparison.Ordinal));
        request.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("#3")]
    [InlineData("web-1#")]
    [InlineData("web-1#three")]
    [InlineData("web 1")]
    [InlineData(" dry-run")]
    [InlineData("web-1 dry-run dry-run")]
    [InlineData("web-1 Dry-Run")]
    public void Request_Malformed_IsNone(string text) => UndoRequest.TryParse(text).ShouldBeNull();

    [Fact]
    public void DryRun_LooksAtEveryCall_AndReportsNoFinding()
    {
        RehearsalOutcome[] seen = [new(VerdictOutcome.Deny, GuardrailReason.DryRun, "It would be refused (AutonomyExceeded): too much."), new(VerdictOutcome.Deny, GuardrailReason.DryRun, "It would be made.")];
        var script = new UndoScript(new RunSnapshotUndo { Run = "web-1", DryRun = true, Steps = [Step(5, "kubectl.delete"), Step(5, "kubectl.patch")], Left = [new UndoLeft(4, "ssh.exec restart", "nothing takes it back.")] });
        script.Next(seen[..1]).Calls.ShouldHaveSingleItem().Tool.ShouldBe("kubectl.patch");
        var report = script.Next(seen).Text;
        report.ShouldBe(
            """
            Dry run of an undo of run web-1: 2 calls, and nothing was changed.
            - action 5 (kubectl.delete it): Put it back. It would be refused (AutonomyExceeded): too much.
            - action 5 (kubectl.patch it): Put it back. It would be made.
            - action 4 (ssh.exec restart): would not be taken back: nothing takes it back.
            """.ReplaceLineEndings("\n"));
    }

    private static UndoScript Script(params UndoStep[] steps) => new(new RunSnapshotUndo { Run = "web-1", Steps = steps });

    private static UndoStep Step(int seq, string tool) => new(seq, $"{tool} it", new RollbackStep(tool, JsonSerializer.SerializeToElement(new { name = "web" }), "Put it back"));
}
