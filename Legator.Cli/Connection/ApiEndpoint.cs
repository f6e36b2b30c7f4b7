namespace Legator.Cli.Connection;

/// <summary>Where the API is and what to show it.</summary>
/// <param name="Url">Base URL.</param>
/// <param name="Token">Bearer token.</param>
/// <param name="Source">Where the URL comes from, for error messages.</param>
internal sealed record ApiEndpoint(Uri Url, string Token, string Source);
