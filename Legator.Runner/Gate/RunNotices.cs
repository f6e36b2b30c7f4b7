using System.Collections.Concurrent;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Gate;

/// <summary>What tools of a run want people to know; each thing is said once.</summary>
/// <param name="record">The run's journal; null where nobody is to be told.</param>
/// <param name="environment">Name of the run's environment.</param>
internal sealed class RunNotices(IRunRecord? record, string environment)
{
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);

    /// <summary>Tells nobody.</summary>
    public static RunNotices None { get; } = new(null, "");

    /// <summary>Something happened that is in order.</summary>
    public Task TellAsync(string reason, string message) => RaiseAsync(false, reason, message);

    /// <summary>Something is wrong.</summary>
    public Task WarnAsync(string reason, string message) => RaiseAsync(true, reason, message);

    private Task RaiseAsync(bool warning, string reason, string message) =>
        record is not null && _said.TryAdd($"{reason} {message}", warning)
            ? record.AppendAsync(new NoticeRaised(warning, reason, environment, message))
            : Task.CompletedTask;
}
