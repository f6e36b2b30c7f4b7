namespace Legator.Runner.Tools.Http;

internal sealed class HttpPutTool(HttpRequests requests) : HttpTool<HttpWriteArguments>(requests)
{
    public override string Name => "http.put";

    public override string Description => "Sends an HTTP PUT with a body and returns the status line and the first 8 KiB of the answer. Redirects are told, not followed.";

    protected override string MethodOf(HttpWriteArguments arguments) => "PUT";
}
