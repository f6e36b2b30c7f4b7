namespace Legator.Core.Resources.Environments;

/// <summary>How to join a WireGuard mesh.</summary>
public sealed record HeadscaleConnectivity
{
    /// <summary>URL of the control server.</summary>
    public required string ControlServer { get; init; }

    /// <summary>Name of the Secret whose field key holds the pre-shared key.</summary>
    public required string AuthKeySecretRef { get; init; }

    /// <summary>ACL tags of the node, e.g. tag:agent-runtime.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Name of the node. Unset: the agent's name.</summary>
    public string? Hostname { get; init; }

    /// <summary>Whether routes of subnet routers are accepted.</summary>
    public bool AcceptRoutes { get; init; } = true;

    /// <summary>Node through which all traffic goes.</summary>
    public string? ExitNode { get; init; }
}
