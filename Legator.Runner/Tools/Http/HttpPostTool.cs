namespace Legator.Runner.Tools.Http;

internal sealed class HttpPostTool(HttpRequests requests) : HttpTool<HttpWriteArguments>(requests)
{
    public override string Name => "http.post";

    public override string Description => "Sends an HTTP POST with a body and returns the status line and the first 8 KiB of the answer. Redirects are told, not followed.";

    protected override string MethodOf(HttpWriteArguments arguments) => "POST";
}
