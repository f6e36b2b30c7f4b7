namespace Legator.Core.Resources.Environments;

/// <summary>How the network is reached.</summary>
public sealed record ConnectivitySpec
{
    /// <summary>The way.</summary>
    public required ConnectivityType Type { get; init; }

    /// <summary>For headscale and tailscale: how to join the mesh.</summary>
    public HeadscaleConnectivity? Headscale { get; init; }
}
