using System.ComponentModel;

namespace Legator.Runner.Tools.Http;

internal sealed record HttpRequestArguments : IHttpArguments
{
    [Description("Method, e.g. GET, OPTIONS, DELETE.")]
    public required string Method { get; init; }

    [Description("Absolute URL, http or https.")]
    public required string Url { get; init; }

    [Description("Request headers by name; Content-Type is application/json without one. Credentials are the environment's business: Authorization, cookies and the like are not sent.")]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    [Description("Body as text; write JSON as a string.")]
    public string? Body { get; init; }
}
