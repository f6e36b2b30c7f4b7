namespace Legator.LocalCluster.Access;

/// <summary>What a service account token says.</summary>
internal sealed record TokenClaims(string Namespace, string Name, string Uid, IReadOnlyList<string> Audiences, DateTimeOffset Expires);
