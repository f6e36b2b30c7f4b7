namespace Legator.Core.Resources.Environments;

/// <summary>What a site is made of; every field is optional.</summary>
public sealed record LegatorEnvironmentSpec
{
    /// <summary>What the site is, in a sentence; shown to people.</summary>
    public string? Description { get; init; }

    /// <summary>How its Kubernetes API is reached. Unset: in-cluster.</summary>
    public ConnectionSpec? Connection { get; init; }

    /// <summary>How its network is reached. Unset: direct.</summary>
    public ConnectivitySpec? Connectivity { get; init; }

    /// <summary>The Vault that issues credentials of the vault-* types.</summary>
    public VaultConfig? Vault { get; init; }

    /// <summary>HTTP endpoints by name.</summary>
    public IReadOnlyDictionary<string, EndpointSpec> Endpoints { get; init; } = new Dictionary<string, EndpointSpec>();

    /// <summary>Which namespaces hold what.</summary>
    public NamespaceMap? Namespaces { get; init; }

    /// <summary>Credentials by name; injected by the tools, never shown to the model.</summary>
    public IReadOnlyDictionary<string, CredentialRef> Credentials { get; init; } = new Dictionary<string, CredentialRef>();

    /// <summary>Where messages go, by name.</summary>
    public IReadOnlyDictionary<string, ChannelSpec> Channels { get; init; } = new Dictionary<string, ChannelSpec>();

    /// <summary>Data that no agent may put at risk.</summary>
    public DataResourcesSpec? DataResources { get; init; }

    /// <summary>Rules about what no agent touches here, in addition to those that are built in.</summary>
    public IReadOnlyList<ProtectionClassSpec> ProtectionClasses { get; init; } = [];

    /// <summary>MCP servers by name.</summary>
    public IReadOnlyDictionary<string, McpServerSpec> McpServers { get; init; } = new Dictionary<string, McpServerSpec>();
}
