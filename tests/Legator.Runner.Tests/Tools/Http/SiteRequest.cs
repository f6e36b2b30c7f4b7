using Microsoft.AspNetCore.Http;

namespace Legator.Runner.Tests.Tools.Http;

/// <summary>A request as a server got it.</summary>
/// <param name="Method">Method.</param>
/// <param name="Target">Path and query, as they were written.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Body">Body as text.</param>
public sealed record SiteRequest(string Method, string Target, IHeaderDictionary Headers, string Body)
{
    public bool Holds(string secret) => Headers.Any(h => h.Value.ToString().Contains(secret, StringComparison.Ordinal)) || Target.Contains(secret, StringComparison.Ordinal) || Body.Contains(secret, StringComparison.Ordinal);
}
