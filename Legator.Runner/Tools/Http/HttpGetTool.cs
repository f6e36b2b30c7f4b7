namespace Legator.Runner.Tools.Http;

internal sealed class HttpGetTool(HttpRequests requests) : HttpTool<HttpReadArguments>(requests)
{
    public override string Name => "http.get";

    public override string Description => "Sends an HTTP GET and returns the status line and the first 8 KiB of the body. Redirects are followed when they are allowed like the URL itself.";

    protected override string MethodOf(HttpReadArguments arguments) => "GET";
}
