using Legator.Core.Resources.Agents;

namespace Legator.Core.Resources.UserPolicies;

/// <summary>What a policy must satisfy to count. Each problem names the field and the fix.</summary>
public static class UserPolicyFields
{
    /// <summary>Everything that is wrong, each as <c>field: what and how to mend it</c>.</summary>
    public static IReadOnlyList<string> Of(UserPolicySpec spec) => [.. Problems(spec)];

    private static IEnumerable<string> Problems(UserPolicySpec spec)
    {
        if (spec.Subjects.Count == 0)
        {
            yield return "spec.subjects: is empty: name at least one subject";
        }

        for (var index = 0; index < spec.Subjects.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(spec.Subjects[index].Value))
            {
                yield return $"spec.subjects[{index}].value: is blank: write the claim's value, or a prefix with a * at the end";
            }
        }

        var highest = spec.Scope?.MaxAutonomy;
        if (spec.Role == UserRole.Viewer && highest is not (null or AutonomyLevel.Observe))
        {
            yield return "spec.scope.maxAutonomy: a viewer starts no runs: leave it out, or write observe";
        }

        if (spec.Role == UserRole.Operator && highest == AutonomyLevel.AutomateDestructive)
        {
            yield return "spec.scope.maxAutonomy: automate-destructive is for role admin: write automate-safe or less, or change spec.role";
        }
    }
}
