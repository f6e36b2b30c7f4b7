using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core;
using Legator.Core.Api;
using Legator.Web.Api;

namespace Legator.Web.Approvals;

/// <summary>Reads the body of a decision strictly: a member that nobody knows may be a condition that somebody believes to have set.</summary>
internal static class ApprovalBody
{
    private static readonly JsonSerializerOptions Strict = new(LegatorJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static async Task<ApprovalDecisionRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return Check(await JsonSerializer.DeserializeAsync<ApprovalDecisionRequest>(request.Body, Strict, cancellationToken)
                ?? throw ApiException.Invalid("body", "null is not a decision."));
        }
        catch (JsonException e)
        {
            var field = e.Path is { Length: > 2 } path ? path[2..] : "body";
            throw ApiException.Invalid(field, "send a JSON object with 'decision' (approve or deny) and, as wanted, 'reason', 'typedConfirmation' and 'digest', all text.");
        }
    }

    /// <exception cref="ApiException">The reason is too long or holds what it must not.</exception>
    public static ApprovalDecisionRequest Check(ApprovalDecisionRequest decision)
    {
        var reason = decision.Reason?.Trim();
        if (reason is { Length: > ApiLimits.MaxReason })
        {
            throw ApiException.Invalid("reason", $"{reason.Length} characters are too many; write at most {ApiLimits.MaxReason}.");
        }

        return reason?.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) == true
            ? throw ApiException.Invalid("reason", "it holds a control character.")
            : decision with { Reason = string.IsNullOrEmpty(reason) ? null : reason };
    }
}
