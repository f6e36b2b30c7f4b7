namespace Legator.LocalCluster.Access;

/// <summary>The rules that a binding gives to its subjects; in one namespace, or everywhere when it is empty.</summary>
internal sealed record RoleGrant(string Namespace, IReadOnlyList<RoleSubject> Subjects, IReadOnlyList<PolicyRule> Rules)
{
    public bool Reaches(ApiUser user) => Subjects.Any(s => s.Is(user));
}
