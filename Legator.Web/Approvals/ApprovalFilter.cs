using Legator.Core.Resources.Approvals;
using Legator.Web.Api;
using Legator.Web.Catalog;

namespace Legator.Web.Approvals;

/// <summary>Which approvals are wanted.</summary>
internal sealed record ApprovalFilter(string? Agent, ApprovalPhase? Phase)
{
    public static ApprovalFilter Parse(string? agent, string? phase) => new(string.IsNullOrEmpty(agent) ? null : agent, ParsePhase(phase));

    public bool Matches(ApprovalRequest request) =>
        (Agent is null || request.Spec.AgentName == Agent) && (Phase is null || (request.Status?.Phase ?? ApprovalPhase.Pending) == Phase);

    private static ApprovalPhase? ParsePhase(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var names = WireNames.All<ApprovalPhase>().ToList();
        return names.FindIndex(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index
            ? Enum.GetValues<ApprovalPhase>()[index]
            : throw ApiException.Invalid("phase", $"'{text}' is not a phase. Write one of {string.Join(", ", names)}.");
    }
}
