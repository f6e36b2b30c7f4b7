using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Operator.Notifications.Rules;

namespace Legator.Operator.Tests.Notifications;

/// <summary>spec.reporting, each value and each way in which a run ends.</summary>
public sealed class TellingTests
{
    [Theory]
    [InlineData("Succeeded", false, NotificationKind.RunSucceeded, ReportingAction.Silent)]
    [InlineData("Succeeded", true, NotificationKind.RunFound, ReportingAction.Log)]
    [InlineData("Failed", false, NotificationKind.RunFailed, ReportingAction.Escalate)]
    [InlineData("Failed", true, NotificationKind.RunFailed, ReportingAction.Escalate)]
    [InlineData("Escalated", false, NotificationKind.RunEscalated, ReportingAction.Escalate)]
    [InlineData("Blocked", true, NotificationKind.RunEscalated, ReportingAction.Escalate)]
    [InlineData("Cancelled", false, NotificationKind.RunFailed, ReportingAction.Log)]
    public void Telling_AgentThatSaysNothing_FollowsTheDefaults(string phase, bool findings, NotificationKind kind, ReportingAction action)
    {
        var telling = Telling.Of(null, Run(phase, findings));
        (telling.Kind, telling.Action).ShouldBe((kind, action));
    }

    [Theory]
    [InlineData(ReportingAction.Silent)]
    [InlineData(ReportingAction.Log)]
    [InlineData(ReportingAction.Notify)]
    [InlineData(ReportingAction.Escalate)]
    public void Telling_EachValue_CountsForItsOwnOutcome(ReportingAction value)
    {
        Telling.Of(new ReportingSpec { OnSuccess = value }, Run("Succeeded")).Action.ShouldBe(value);
        Telling.Of(new ReportingSpec { OnFinding = value }, Run("Succeeded", true)).Action.ShouldBe(value);
        Telling.Of(new ReportingSpec { OnFailure = value }, Run("Failed")).Action.ShouldBe(value);
        Telling.Of(new ReportingSpec { OnSuccess = value, OnFinding = value, OnFailure = value }, Run("Escalated")).Action.ShouldBe(ReportingAction.Escalate);
    }

    [Theory]
    [InlineData(ReportingAction.Silent, ReportingAction.Notify, ReportingAction.Notify)]
    [InlineData(ReportingAction.Escalate, ReportingAction.Silent, ReportingAction.Escalate)]
    public void Telling_FailedRunWithFindings_IsToldByTheLouderRule(ReportingAction onFailure, ReportingAction onFinding, ReportingAction expected) =>
        Telling.Of(new ReportingSpec { OnFailure = onFailure, OnFinding = onFinding }, Run("Failed", true)).Action.ShouldBe(expected);

    [Fact]
    public void Telling_Findings_GiveTheSeverity() => Telling.Of(null, Run("Succeeded", true)).Severity.ShouldBe(Severity.Critical);

    private static LegatorRunStatus Run(string phase, bool findings = false) => new()
    {
        Phase = Enum.Parse<RunPhase>(phase),
        Findings = findings ? [new RunFinding { Severity = Severity.Info, Message = "a" }, new RunFinding { Severity = Severity.Critical, Message = "b" }] : [],
    };
}
