namespace Legator.LocalCluster.Access;

/// <summary>Who makes a request.</summary>
internal sealed record ApiUser(string Name, string Uid, IReadOnlyList<string> Groups)
{
    public const string MastersGroup = "system:masters";

    public bool IsMaster { get; } = Groups.Contains(MastersGroup);
}
