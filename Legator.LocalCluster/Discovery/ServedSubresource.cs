namespace Legator.LocalCluster.Discovery;

/// <summary>One subresource in discovery.</summary>
internal sealed record ServedSubresource(string Name, string Group, string Version, string Kind, string[] Verbs);
