using Legator.Core.Scheduling;

namespace Legator.Runner.Approvals;

/// <summary>How long a question may wait for its answer.</summary>
internal static class ApprovalTimes
{
    private static readonly TimeSpan Default = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private static readonly TimeSpan DefaultAnswer = TimeSpan.FromSeconds(300);

    public static TimeSpan Of(string? text) => Of(text, Default);

    /// <summary>How long the answer to an escalation may take.</summary>
    public static TimeSpan OfEscalation(string? text) => Of(text, DefaultAnswer);

    private static TimeSpan Of(string? text, TimeSpan otherwise) =>
        GoDuration.TryParse(text, out var wait, out _) && wait > TimeSpan.Zero ? wait < Longest ? wait : Longest : otherwise;
}
