using System.ComponentModel;

namespace Legator.Runner.Tools.Http;

internal sealed record HttpReadArguments : IHttpArguments
{
    [Description("Absolute URL, http or https.")]
    public required string Url { get; init; }

    [Description("Request headers by name. Credentials are the environment's business: Authorization, cookies and the like are not sent.")]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
