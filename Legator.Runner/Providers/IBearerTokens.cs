namespace Legator.Runner.Providers;

/// <summary>Tokens that prove for a while who asks.</summary>
internal interface IBearerTokens
{
    /// <summary>The token for the next request.</summary>
    /// <param name="refused">The one that the provider refused just now: another one is wanted. Null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ModelUnusableException">There is no token to be had; a person must change something.</exception>
    /// <exception cref="HttpRequestException">There is none to be had now.</exception>
    Task<string> GetAsync(string? refused, CancellationToken cancellationToken);
}
