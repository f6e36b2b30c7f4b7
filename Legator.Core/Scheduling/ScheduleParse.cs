using System.Diagnostics.CodeAnalysis;

namespace Legator.Core.Scheduling;

/// <summary>What became of reading a schedule.</summary>
/// <param name="Schedule">The schedule; null when there are errors.</param>
/// <param name="Errors">Every problem; each names the field and the fix.</param>
public sealed record ScheduleParse(Schedule? Schedule, IReadOnlyList<string> Errors)
{
    /// <summary>True when the schedule can be used.</summary>
    [MemberNotNullWhen(true, nameof(Schedule))]
    public bool IsValid => Schedule is not null;
}
