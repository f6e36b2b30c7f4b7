using System.Text;
using Legator.Core.Actions.Classification.Http;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Http;

namespace Legator.Runner.Tools.Aws;

/// <summary>Signs requests and sends them, to the environment's region and nowhere else.</summary>
internal sealed class AwsClient(GuardedHttp http, TimeProvider time)
{
    private const int MaxText = 64 * 1024;

    public async Task<ToolOutput> SendAsync(AwsService service, AwsRequest request, AwsAccount account, RunScope scope, CancellationToken cancellationToken)
    {
        var endpoint = account.Endpoint ?? service.EndpointIn(account.Region);
        var url = new Uri(endpoint, request.Path + (request.Query.Count > 0 ? $"?{request.CanonicalQuery}" : ""));
        if (url.AbsolutePath != request.Path || !HttpTarget.TryRead(url.OriginalString, out var target, out _))
        {
            return ToolOutput.Failed("A value stands in the path of the request and cannot be sent there.");
        }

        using var message = new HttpRequestMessage(new HttpMethod(request.Method), url);
        foreach (var (name, value) in AwsSignature.Sign(request, url.Authority, service.SignedRegion(account.Region), service.Signs, account, time.GetUtcNow()))
        {
            if (name == "content-type")
            {
                message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body));
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        IReadOnlyCollection<Uri> endpoints = account.Endpoint is { } own ? [own, .. scope.Environment.Endpoints.Values] : [.. scope.Environment.Endpoints.Values];
        using var client = http.Client(target, endpoints);
        using var response = await client.SendAsync(message, cancellationToken);
        if (await BoundedBody.ReadAsync(response, cancellationToken) is not { } body)
        {
            return ToolOutput.Failed($"The answer is longer than {BoundedBody.MaxBytes / 1024 / 1024} MiB. Ask for less, with --max-results or --filters.");
        }

        var output = AwsAnswer.Of(response, body, account);
        return output with { Text = OutputBounds.Cut(output.Text, MaxText), MaxLines = int.MaxValue };
    }
}
