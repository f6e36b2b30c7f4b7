using System.Security.Claims;
using Legator.Core.Actions;
using Legator.Core.Api;
using Legator.Core.Approvals;
using Legator.Core.Runs;

namespace Legator.Web.Approvals;

/// <summary>Shows one approval to one caller: what has to be typed is different for each.</summary>
internal sealed class ApprovalDetails(ApprovalCatalog catalog, Deciders deciders)
{
    public async Task<ApprovalDetail> GetAsync(ClaimsPrincipal caller, string? inNamespace, string name, CancellationToken cancellationToken)
    {
        var found = await catalog.GetAsync(inNamespace, name, cancellationToken);
        var (asked, judged) = (found.Asked.Asked, found.Asked.Judged);
        var may = deciders.MayDecide(caller, new AgentKey(found.Asked.Run.Namespace, found.Run.Spec.AgentRef));
        var typed = found.Asked.IsOpen && may.Allowed && TypedConfirmation.IsNeeded(asked.Terms.Tier);
        return new ApprovalDetail(
            ApprovalCatalog.SummaryOf(found),
            judged.Digest.Value,
            judged.Arguments,
            [.. judged.Actions.Select(a => $"{a.Verb} {a.Target.Text} ({a.Tier.WireName()})")],
            asked.Preview.Difference,
            asked.Preview.Unavailable,
            asked.Preview.Dependents,
            asked.Terms.TargetVersion,
            typed ? TypedConfirmation.Of(found.Asked, Deciders.PersonOf(caller).Name) : null,
            may);
    }
}
