using System.Globalization;
using System.Text.Json.Nodes;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Rollouts;

/// <summary>What a change leaves on an object, so that the object itself tells later whether it took place.</summary>
internal static class RolloutMarks
{
    public const string RestartedAt = "kubectl.kubernetes.io/restartedAt";
    public const string RestartedBy = "legator.io/restarted-by-run";
    public const string UndoneAt = "legator.io/undone-at";
    public const string UndoneBy = "legator.io/undone-by-run";

    public static string Now(TimeProvider time) => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads the marks.</summary>
    /// <param name="target">In words.</param>
    /// <param name="annotations">Where the marks are; null when there is no object.</param>
    /// <param name="names">Names of the marks: when, by whom.</param>
    /// <param name="done">The change in a word: <c>restarted</c>.</param>
    /// <param name="run">The run that asks.</param>
    /// <param name="intendedAt">When it meant to.</param>
    public static Reconciliation Read(string target, JsonNode? annotations, (string At, string By) names, string done, RunKey run, DateTimeOffset intendedAt)
    {
        var at = ObjectAge.Read(ObjectFields.At(annotations, names.At));
        if (at is null || at < intendedAt.AddSeconds(-1))
        {
            return new(InterruptedOutcome.NotExecuted, $"{target} carries no mark of having been {done} since {intendedAt.ToUniversalTime():u}.");
        }

        return ObjectFields.Text(annotations, names.By) == run.ToString()
            ? new(InterruptedOutcome.Executed, $"{target} carries this run's mark: it was {done} at {at.Value.ToUniversalTime():u}.")
            : new(InterruptedOutcome.Unknown, $"{target} was {done} since by somebody else, so nothing shows whether this run did it before.");
    }
}
