using Legator.Core.Resources.Runs;
using Legator.Web.Api;

namespace Legator.Web.Catalog;

/// <summary>Which runs are wanted.</summary>
internal sealed record RunFilter(string? Agent, RunPhase? Phase)
{
    public static RunFilter Parse(string? agent, string? phase) => new(string.IsNullOrEmpty(agent) ? null : agent, ParsePhase(phase));

    public bool Matches(LegatorRun run) =>
        (Agent is null || run.Spec.AgentRef == Agent) && (Phase is null || (run.Status?.Phase ?? RunPhase.Pending) == Phase);

    private static RunPhase? ParsePhase(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var names = WireNames.All<RunPhase>().ToList();
        return names.FindIndex(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index
            ? Enum.GetValues<RunPhase>()[index]
            : throw ApiException.Invalid("phase", $"'{text}' is not a phase. Write one of {string.Join(", ", names)}.");
    }
}
