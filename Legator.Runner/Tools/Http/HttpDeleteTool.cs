namespace Legator.Runner.Tools.Http;

internal sealed class HttpDeleteTool(HttpRequests requests) : HttpTool<HttpReadArguments>(requests)
{
    public override string Name => "http.delete";

    public override string Description => "Sends an HTTP DELETE and returns the status line and the first 8 KiB of the answer. Redirects are told, not followed.";

    protected override string MethodOf(HttpReadArguments arguments) => "DELETE";
}
