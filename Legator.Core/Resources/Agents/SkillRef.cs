namespace Legator.Core.Resources.Agents;

/// <summary>A skill and where it comes from.</summary>
public sealed record SkillRef
{
    /// <summary>Name of the skill.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is: bundled, configmap://NAME, configmap://NAME/KEY, the bare name of a ConfigMap in the agent's namespace, git://HOST/ORG/REPO#PATH@REF, oci://REGISTRY/REPOSITORY:TAG or oci://REGISTRY/REPOSITORY@sha256:DIGEST.</summary>
    public required string Source { get; init; }

    /// <summary>Secret of the agent's namespace with what a git server or registry asks for: username and password, or token; ca.crt for a server with a certificate of its own authority; or a .dockerconfigjson. Unset: nobody is named.</summary>
    public string? SecretRef { get; init; }

    /// <summary>What becomes of a branch or tag that is moved. Pin, as when unset: the agent stays with what it was when it was first seen. Follow: later runs take the new one.</summary>
    public SkillUpdates? Updates { get; init; }
}
