using Legator.Core.Resources.Agents;

namespace Legator.Core.Guardrails;

/// <summary>The names of the autonomy levels that people write and read.</summary>
public static class AutonomyNames
{
    /// <summary>The name that specs use: <c>automate-safe</c>.</summary>
    public static string WireName(this AutonomyLevel autonomy) => autonomy switch
    {
        AutonomyLevel.Recommend => "recommend",
        AutonomyLevel.AutomateSafe => "automate-safe",
        AutonomyLevel.AutomateDestructive => "automate-destructive",
        _ => "observe",
    };
}
