namespace Legator.Tests.VaultStandIn;

/// <summary>Something that the server made and has to take back.</summary>
internal sealed class StandInLease
{
    public required string Id { get; init; }

    public required StandInToken Token { get; init; }

    public required DateTimeOffset Expires { get; set; }

    public required Func<Task> Revoke { get; init; }
}
