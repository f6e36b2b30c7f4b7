namespace Legator.Runner.Tools.Http;

internal sealed class HttpHeadTool(HttpRequests requests) : HttpTool<HttpReadArguments>(requests)
{
    public override string Name => "http.head";

    public override string Description => "Sends an HTTP HEAD and returns the status line and the headers. Redirects are followed when they are allowed like the URL itself.";

    protected override string MethodOf(HttpReadArguments arguments) => "HEAD";
}
