namespace Legator.Runner.Tools.Http;

internal sealed class HttpPatchTool(HttpRequests requests) : HttpTool<HttpWriteArguments>(requests)
{
    public override string Name => "http.patch";

    public override string Description => "Sends an HTTP PATCH with a body and returns the status line and the first 8 KiB of the answer. Redirects are told, not followed.";

    protected override string MethodOf(HttpWriteArguments arguments) => "PATCH";
}
