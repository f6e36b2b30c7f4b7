using System.Text.Json.Serialization;

namespace Legator.Core.Guardrails;

/// <summary>Why the gate answered as it did. Each is explained in docs/reasons.md.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GuardrailReason>))]
public enum GuardrailReason
{
    /// <summary>No check was asked or the chain is empty: denied.</summary>
    NotJudged,

    /// <summary>No check objects.</summary>
    Allowed,

    /// <summary>No tool of that name is offered to this run.</summary>
    UnknownTool,

    /// <summary>The arguments do not fit the tool's schema.</summary>
    InvalidArguments,

    /// <summary>The classifier could not read the call, so the worst is assumed.</summary>
    Unclassifiable,

    /// <summary>The call changes or removes data, which is never automated.</summary>
    DataMutation,

    /// <summary>A built-in rule of the tool's domain refuses this whatever the settings are.</summary>
    BlockedOutright,

    /// <summary>A protection class refuses this kind of target.</summary>
    ProtectionClass,

    /// <summary>The environment declares the target as protected data.</summary>
    ProtectedDataResource,

    /// <summary>An entry of the agent's deniedActions matches.</summary>
    DeniedAction,

    /// <summary>The agent lists allowedActions and none matches.</summary>
    NotAllowedAction,

    /// <summary>No action sheet of the agent's skills declares the call.</summary>
    UndeclaredAction,

    /// <summary>The tier is above the agent's autonomy.</summary>
    AutonomyExceeded,

    /// <summary>A pre-condition of the action sheet does not hold or could not be checked.</summary>
    PreConditionFailed,

    /// <summary>A pre-condition of the action sheet does not hold, and the sheet wants a person to look at it.</summary>
    PreConditionEscalated,

    /// <summary>A pre-condition of the action sheet does not hold, and the sheet wants the action to be left out then.</summary>
    PreConditionSkipped,

    /// <summary>The same action on the same target is within its cooldown.</summary>
    CooldownActive,

    /// <summary>More actions of this kind than the rate limit allows.</summary>
    RateLimited,

    /// <summary>The call touches more targets than the blast radius allows.</summary>
    BlastRadius,

    /// <summary>The run's tokens, iterations or time are used up.</summary>
    BudgetExhausted,

    /// <summary>Text from outside that the run has read may stand behind the call.</summary>
    UntrustedInput,

    /// <summary>A person must decide first.</summary>
    ApprovalRequired,

    /// <summary>The agent's changes must be planned first, and this one is part of no approved plan.</summary>
    NotPlanned,

    /// <summary>A person approved exactly this call.</summary>
    Approved,

    /// <summary>A person refused.</summary>
    ApprovalDenied,

    /// <summary>Nobody answered in time, which counts as a refusal.</summary>
    ApprovalExpired,

    /// <summary>The run only shows what an undo would do: whatever the checks say, nothing is executed.</summary>
    DryRun,

    /// <summary>A check threw; what cannot be judged is refused.</summary>
    CheckFailed,
}
