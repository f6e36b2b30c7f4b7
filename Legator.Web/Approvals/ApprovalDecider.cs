using System.Security.Claims;
using Legator.Core.Api;
using Legator.Core.Approvals;
using Legator.Core.Redaction;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Web.Api;

namespace Legator.Web.Approvals;

/// <summary>
/// The one way in which an approval is decided, for every surface: it checks who decides, on what, and in time, and writes the decision into the journal of the run, which no runner
/// holds meanwhile. Of two decisions, or a decision and the end of the wait, the journal takes the one that comes first.
/// </summary>
internal sealed partial class ApprovalDecider(ApprovalCatalog catalog, Deciders deciders, IRunJournal journal, TimeProvider clock, ILogger<ApprovalDecider> logger)
{
    /// <summary>Reason of the problem where what has to be typed was not.</summary>
    public const string ConfirmationRequired = "ConfirmationRequired";

    private const int Attempts = 5;

    /// <exception cref="ApiException">It was not decided; the message says why.</exception>
    public async Task<ApprovalAnswer> DecideAsync(ClaimsPrincipal caller, string? inNamespace, string name, ApprovalDecisionRequest decision, CancellationToken cancellationToken)
    {
        var approve = IsYes(decision);
        for (var attempt = 1; ; attempt++)
        {
            var found = await catalog.GetAsync(inNamespace, name, cancellationToken);
            var person = RequireRight(caller, found);
            if (Earlier(found.Asked, approve, person) is { } earlier)
            {
                return earlier;
            }

            RequireSame(found.Asked, decision, approve, person);
            var reason = decision.Reason is { Length: > 0 } words ? Redactor.Default.Redact(words) : null;
            var data = new ApprovalDecided(found.Asked.Asked.Seq, name, found.Asked.Judged.Digest, approve, person, reason);
            try
            {
                var stored = await journal.AppendAsync(found.Asked.Run, found.Head, data, CancellationToken.None);
                Log.Decided(logger, name, found.Asked.Run, approve ? "approved" : "denied", person);
                return Answer(found.Asked, approve, person, stored.Time);
            }
            catch (JournalConflictException) when (attempt < Attempts)
            {
                // Somebody else wrote: another decision, the end of the wait, or a runner that was just leaving the run.
            }
        }
    }

    private string RequireRight(ClaimsPrincipal caller, AskedApproval found)
    {
        var right = deciders.MayDecide(caller, new AgentKey(found.Asked.Run.Namespace, found.Run.Spec.AgentRef));
        return right.Allowed ? Deciders.PersonOf(caller).Name : throw new ApiException(StatusCodes.Status403Forbidden, "MayNotDecide", $"You may not decide approvals: {right.Reason}");
    }

    /// <summary>The same decision by the same person may be sent twice: the first answer may have been lost.</summary>
    private ApprovalAnswer? Earlier(RunApproval asked, bool approve, string person)
    {
        if (asked.Decided is { } decided)
        {
            return decided.Approved == approve && decided.DecidedBy == person
                ? Answer(asked, approve, person, asked.ClosedAt ?? clock.GetUtcNow())
                : throw Conflict("AlreadyDecided", $"{decided.DecidedBy} {(decided.Approved ? "approved" : "denied")} it already.");
        }

        return asked.IsOpen && clock.GetUtcNow() < asked.Asked.ExpiresAt
            ? null
            : throw Conflict("Expired", asked.Abandoned ? "The run ended before anybody decided." : $"It could be decided until {asked.Asked.ExpiresAt.ToUniversalTime():u}; after that it counts as refused.");
    }

    private static void RequireSame(RunApproval asked, ApprovalDecisionRequest decision, bool approve, string person)
    {
        if (decision.Digest is { Length: > 0 } seen && seen != asked.Judged.Digest.Value)
        {
            throw Conflict("OtherCall", $"The decision is about a call with digest {seen}, and this approval is about another.");
        }

        if (approve && TypedConfirmation.IsNeeded(asked.Asked.Terms.Tier) && !TypedConfirmation.Matches(asked, person, decision.TypedConfirmation))
        {
            throw new ApiException(
                StatusCodes.Status400BadRequest,
                ConfirmationRequired,
                $"It is a {WireTier(asked)}, so a yes has to be typed out: send typedConfirmation '{TypedConfirmation.Of(asked, person)}' (command line: --confirm).",
                "typedConfirmation");
        }
    }

    private static bool IsYes(ApprovalDecisionRequest decision) => decision.Decision switch
    {
        "approve" => true,
        "deny" => false,
        _ => throw ApiException.Invalid("decision", "write approve or deny."),
    };

    private static string WireTier(RunApproval asked) => Core.Actions.RiskTierNames.WireName(asked.Asked.Terms.Tier);

    private static ApprovalAnswer Answer(RunApproval asked, bool approve, string person, DateTimeOffset at) =>
        new(approve ? "approved" : "denied", asked.Asked.Request, asked.Run.Namespace, asked.Run.Name, person, at);

    private static ApiException Conflict(string reason, string detail) => new(StatusCodes.Status409Conflict, reason, detail);

    private static partial class Log
    {
        [LoggerMessage(7050, LogLevel.Information, "Approval {Approval} of run {Run}: {Decision} by {Person}")]
        public static partial void Decided(ILogger logger, string approval, RunKey run, string decision, string person);
    }
}
