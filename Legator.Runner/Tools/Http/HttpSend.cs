namespace Legator.Runner.Tools.Http;

/// <summary>A request that was read from a call; where it goes stands beside it, since a redirect changes that.</summary>
/// <param name="Method">Method.</param>
/// <param name="Headers">The model's headers.</param>
/// <param name="Body">Body; null for none.</param>
internal sealed record HttpSend(HttpMethod Method, HttpHeaders Headers, string? Body)
{
    /// <summary>True for a question that carries nothing, which may be asked again elsewhere.</summary>
    public bool MayFollow => Body is null && (Method == HttpMethod.Get || Method == HttpMethod.Head);
}
