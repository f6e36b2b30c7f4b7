namespace Legator.LocalCluster.Access;

/// <summary>Whom a binding names.</summary>
internal sealed record RoleSubject(string Kind, string Name, string Namespace)
{
    public bool Is(ApiUser user) => Kind switch
    {
        "User" => user.Name == Name,
        "Group" => user.Groups.Contains(Name),
        "ServiceAccount" => user.Name == $"system:serviceaccount:{Namespace}:{Name}",
        _ => false,
    };
}
