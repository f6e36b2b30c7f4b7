using Legator.Core.Scheduling;

namespace Legator.Runner.Approvals;

/// <summary>How long a question may wait for its answer.</summary>
internal static class ApprovalTimes
{
    private static readonly TimeSpan Default = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static TimeSpan Of(string? text) =>
        GoDuration.TryParse(text, out var wait, out _) && wait > TimeSpan.Zero ? wait < Longest ? wait : Longest : Default;
}
