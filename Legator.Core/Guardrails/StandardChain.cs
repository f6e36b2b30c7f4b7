using Legator.Core.Guardrails.Checks;

namespace Legator.Core.Guardrails;

/// <summary>The chain that every call goes through. Everything that refuses comes before approval, so no approval outvotes a refusal.</summary>
public static class StandardChain
{
    /// <summary>The checks in order.</summary>
    public static IReadOnlyList<IGuardrailCheck> Checks { get; } =
    [
        new KnownCallCheck(),           //  1 the tool exists, its arguments fit, and the classifier could read them
        new DataMutationCheck(),        //  2 data is never changed, and what a domain forbids outright stays forbidden
        new ProtectionClassCheck(),     //  3 protection classes; the built-in ones cannot be loosened
        new ProtectedDataCheck(),       //  4 what the environment declares as data
        new DeniedActionsCheck(),       //  5 the agent's deniedActions
        new AllowedActionsCheck(),      //  6 the agent's allowedActions
        new ActionSheetCheck(),         //  7 what no skill declares is denied, reads too
        new AutonomyCheck(),            //  8 the tier against the agent's autonomy
        new PreConditionsCheck(),       //  9 what the sheet wants to hold beforehand
        new FrequencyCheck(),           // 10 cooldown across runs, rate and blast radius across agents
        new BudgetCheck(),              // 11 iterations, tokens and time of the run
        new UntrustedInputCheck(),      // 12 what text from outside may have asked for
        new ApprovalCheck(),            // 13 a live decision, bound to this very call, where one is needed
    ];

    /// <summary>The chain itself.</summary>
    public static GuardrailChain Instance { get; } = new(Checks);
}
