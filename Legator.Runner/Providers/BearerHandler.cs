using System.Net;
using System.Net.Http.Headers;

namespace Legator.Runner.Providers;

/// <summary>Puts a token on each request. One that the provider refuses is replaced once.</summary>
internal sealed class BearerHandler(HttpMessageHandler inner, IBearerTokens tokens) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(null, cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        var other = await tokens.GetAsync(token, cancellationToken);
        if (other == token)
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(request, other, cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
