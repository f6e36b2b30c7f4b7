namespace Legator.ServiceDefaults.Connectivity;

/// <summary>How networks are looked at; configuration section <c>Connectivity</c>.</summary>
public sealed class ConnectivityOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Connectivity";

    /// <summary>Longest that one look may take, all endpoints and the mesh together, 100 ms to 10 s. Default: 2 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Unix socket of the mesh's daemon. Default: <c>/var/run/tailscale/tailscaled.sock</c>.</summary>
    public string MeshSocket { get; set; } = "/var/run/tailscale/tailscaled.sock";

    /// <summary>Address of the mesh's daemon, used where there is no such socket; loopback only. Default: <c>127.0.0.1:41112</c>.</summary>
    public string MeshAddress { get; set; } = "127.0.0.1:41112";
}
