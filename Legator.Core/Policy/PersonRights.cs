using Legator.Core.Api;
using Legator.Core.Resources.UserPolicies;

namespace Legator.Core.Policy;

/// <summary>What UserPolicies and the role that somebody comes with let them do. Who is unknown may do nothing; of several policies the strictest counts; a policy that is not in order, and names somebody, keeps them out.</summary>
public static class PersonRights
{
    /// <summary>Whether somebody may decide approvals.</summary>
    /// <param name="person">Who.</param>
    /// <param name="own">The role that they come with, without any policy; null for none.</param>
    /// <param name="policies">All UserPolicies.</param>
    /// <param name="target">The agent whose action is to be decided; null for any at all.</param>
    public static Permission MayDecide(Person person, UserRole? own, IEnumerable<UserPolicy> policies, PolicyTarget? target)
    {
        var naming = Naming(person, policies);
        if (naming.Count == 0)
        {
            return own >= UserRole.Operator ? new Permission(true, $"{person.Name} is {Word(own.Value)}") : No($"no UserPolicy names {person.Subject}");
        }

        return ByPolicies(person, own, naming, target);
    }

    /// <summary>Whether somebody who may use the API may start runs, undos and their dry runs among them. Whom no policy names may.</summary>
    /// <param name="person">Who.</param>
    /// <param name="policies">All UserPolicies.</param>
    /// <param name="target">The agent that is to run; null for any at all.</param>
    public static Permission MayRun(Person person, IEnumerable<UserPolicy> policies, PolicyTarget? target)
    {
        var naming = Naming(person, policies);
        return naming.Count == 0 ? new Permission(true, $"holds the token '{person.Name}', and no UserPolicy says otherwise") : ByPolicies(person, null, naming, target);
    }

    private static List<UserPolicy> Naming(Person person, IEnumerable<UserPolicy> policies) =>
        [.. policies.Where(p => p.Spec.Subjects.Any(s => Names(s, person))).OrderBy(p => p.Metadata.Name, StringComparer.Ordinal)];

    private static Permission ByPolicies(Person person, UserRole? own, List<UserPolicy> naming, PolicyTarget? target)
    {
        if (naming.Find(p => !IsInOrder(p)) is { } broken)
        {
            return No($"UserPolicy {broken.Metadata.Name} names {person.Name} and is not in order; its status says why");
        }

        var covering = naming.Where(p => target is null || Covers(p.Spec.Scope, target)).ToList();
        if (covering.Count == 0)
        {
            return No($"no UserPolicy that names {person.Name} covers agent {target!.Namespace}/{target.Agent}");
        }

        var strictest = covering.MinBy(p => p.Spec.Role)!;
        return strictest.Spec.Role >= UserRole.Operator && own is null or >= UserRole.Operator
            ? new Permission(true, $"UserPolicy {strictest.Metadata.Name} makes {person.Name} {Word(strictest.Spec.Role)}")
            : No($"{person.Name} is only {Word(strictest.Spec.Role)} by UserPolicy {strictest.Metadata.Name}");
    }

    private static bool IsInOrder(UserPolicy policy) =>
        policy.Status is { Ready: true } status && status.ObservedGeneration == policy.Metadata.Generation;

    private static bool Names(SubjectMatch subject, Person person) => subject.Claim switch
    {
        SubjectClaim.Sub => Fits(subject.Value, person.Subject),
        SubjectClaim.Name => Fits(subject.Value, person.Name),
        SubjectClaim.Email => person.Email is { } email && Fits(subject.Value, email),
        SubjectClaim.Groups => person.Groups.Any(group => Fits(subject.Value, group)),
        _ => false,
    };

    private static bool Covers(PolicyScope? scope, PolicyTarget target) => scope is null || (
        (scope.Namespaces.Count == 0 || scope.Namespaces.Contains(target.Namespace, StringComparer.Ordinal))
        && (scope.Agents.Count == 0 || scope.Agents.Any(agent => Fits(agent, target.Agent)))
        && (scope.Tags.Count == 0 || scope.Tags.Any(tag => target.Tags.Contains(tag, StringComparer.Ordinal)))
        && (scope.MaxAutonomy is not { } most || target.Autonomy <= most));

    private static bool Fits(string pattern, string value) => pattern.EndsWith('*')
        ? value.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : value == pattern;

    private static string Word(UserRole role) => role switch { UserRole.Admin => "an admin", UserRole.Operator => "an operator", _ => "a viewer" };

    private static Permission No(string why) => new(false, $"{why}.");
}
