namespace Legator.Runner.Tools.Http;

internal sealed class HttpRequestTool(HttpRequests requests) : HttpTool<HttpRequestArguments>(requests)
{
    public override string Name => "http.request";

    public override string Description => "Sends an HTTP request of any method and returns the status line and the first 8 KiB of the answer. Use http.get, http.post and the like where they fit.";

    protected override string MethodOf(HttpRequestArguments arguments) => arguments.Method.ToUpperInvariant();
}
