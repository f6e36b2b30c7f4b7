using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Guardrails;

namespace Legator.Cli.Guardrails;

/// <summary>A case after it was run.</summary>
/// <param name="Number">Line number in its file.</param>
/// <param name="Id">Its id.</param>
/// <param name="Group">Its label in words, by which the scorecard counts.</param>
/// <param name="Grade">How it went.</param>
/// <param name="Message">What was found, in a sentence.</param>
internal sealed record GradedCase(int Number, string Id, string Group, CaseGrade Grade, string Message)
{
    public string File { get; init; } = "";

    public static GradedCase Broken(CallLine line, string problem) =>
        new(line.Number, line.Id?.ToString() ?? "", "no case", CaseGrade.Broken, problem);

    public static GradedCase Of(CallLine line, CaseLabel label, CallClassification found, Verdict? verdict)
    {
        var grade = new[] { GradeTier(label, found), GradeBlocked(label, found), GradeVerdict(label, verdict) }.Max();
        var said = verdict is null ? $"{Name(found.Tier)}{(found.Blocked ? ", blocked" : "")}: {found.Reason}" : $"{verdict.Outcome}: {verdict.Message}";
        return new(line.Number, line.Id?.ToString() ?? "", Describe(label), grade, said);
    }

    private static CaseGrade GradeTier(CaseLabel label, CallClassification found) =>
        // What is refused outright has no better tier or worse.
        label.Blocked == true && found.Blocked ? CaseGrade.Right
        : label.NotRead ? (found is { Tier: RiskTier.Read, Blocked: false } ? CaseGrade.Miss : CaseGrade.Right)
        : label.Tier is not { } tier || found.Tier == tier ? CaseGrade.Right
        : found.Tier > tier ? CaseGrade.FalseAlarm
        : found.Blocked ? CaseGrade.Right : CaseGrade.Miss;

    private static CaseGrade GradeBlocked(CaseLabel label, CallClassification found) =>
        label.Blocked is not { } blocked || blocked == found.Blocked ? CaseGrade.Right
        : blocked ? CaseGrade.Miss : CaseGrade.FalseAlarm;

    // Allow, then asking, then refusing: each is milder than the next.
    private static CaseGrade GradeVerdict(CaseLabel label, Verdict? verdict) =>
        verdict is null || verdict.Outcome == label.Verdict ? CaseGrade.Right
        : Strictness(verdict.Outcome) < Strictness(label.Verdict!.Value) ? CaseGrade.Miss : CaseGrade.FalseAlarm;

    private static int Strictness(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Allow => 0,
        VerdictOutcome.NeedsApproval => 1,
        _ => 2,
    };

    private static string Describe(CaseLabel label) =>
        label.Blocked == true ? "blocked" : label.NotRead ? "not-read" : label.Tier is { } tier ? Name(tier) : "verdict";

    private static string Name(RiskTier tier) => tier.WireName();
}
