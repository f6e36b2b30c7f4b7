namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>What a server says of itself as a protected resource (RFC 9728).</summary>
/// <param name="Name">Its resource identifier, which a token is asked for (RFC 8707).</param>
/// <param name="Authorities">Identifiers of its authorization servers.</param>
/// <param name="Scopes">Scopes that it knows; empty when it names none.</param>
internal sealed record OAuthResource(string Name, IReadOnlyList<string> Authorities, IReadOnlyList<string> Scopes);
