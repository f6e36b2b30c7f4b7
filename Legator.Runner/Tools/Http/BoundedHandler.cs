namespace Legator.Runner.Tools.Http;

/// <summary>Keeps a library that reads answers whole from reading more than <see cref="BoundedBody.MaxBytes"/>.</summary>
internal sealed class BoundedHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (await BoundedBody.ReadAsync(response, cancellationToken) is not { } body)
        {
            response.Dispose();
            throw new HttpRequestException("The answer is longer than anybody reads.");
        }

        var type = response.Content.Headers.ContentType;
        response.Content.Dispose();
        response.Content = new StringContent(body);
        response.Content.Headers.ContentType = type;
        return response;
    }
}
