using System.Net;
using System.Net.Http.Headers;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Shows a server the run's token, and signs in where the server asks for it. A request that was refused is made again, once for a token and once for a token of more scopes.</summary>
internal sealed class OAuthHandler(OAuthSession session, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostTries = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            // It may be sent again.
            await request.Content.LoadIntoBufferAsync(cancellationToken);
        }

        var token = await session.TokenAsync(cancellationToken);
        for (var tries = 1; ; tries++)
        {
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token.Access);
            var response = await base.SendAsync(request, cancellationToken);
            if (token is not null && response.StatusCode != HttpStatusCode.Unauthorized)
            {
                token.WasTaken = true;
            }

            if (tries == MostTries || OAuthChallenge.Of(response) is not { } challenge)
            {
                return response;
            }

            try
            {
                if (await session.AnswerAsync(challenge, token, cancellationToken) is not { } next)
                {
                    return response;
                }

                token = next;
            }
            catch
            {
                response.Dispose();
                throw;
            }

            response.Dispose();
        }
    }
}
