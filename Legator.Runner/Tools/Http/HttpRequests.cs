using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Http;

/// <summary>Prepares and sends the requests of all <c>http.*</c> tools. Questions follow redirects, each of which is a call of its own that must pass the gate; changes follow none.</summary>
internal sealed class HttpRequests(GuardedHttp http)
{
    private const int MaxRedirects = 5;
    private const string Json = "application/json";

    private readonly HttpAftermath _aftermath = new(http);

    /// <summary>Reads a call. The gate's classifier has judged the very arguments that the request is made of.</summary>
    /// <exception cref="ToolInputException">The arguments do not fit.</exception>
    public PreparedCall Prepare<TArguments>(string tool, string method, TArguments arguments, RunScope scope)
        where TArguments : IHttpArguments
    {
        var actions = ToolActions.Classify(tool, arguments, scope);
        if (method is "CONNECT" or "TRACE")
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"{method} is not sent: it speaks to proxies, or has credentials sent back.");
        }

        if (!HttpTarget.TryRead(arguments.Url, out var target, out var problem))
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, problem);
        }

        var call = new HttpSend(new HttpMethod(method), HttpHeaders.Of(arguments.Headers), arguments.Body is { Length: > 0 } body ? body : null);
        return new PreparedCall(actions, (context, token) => SendAsync(call, target, JsonSerializer.SerializeToNode(arguments, JsonSerializerOptions.Web)!.AsObject(), context, token))
        {
            Reconcile = method is "PUT" or "DELETE" or "PATCH" ? (_, token) => _aftermath.LookAsync(call, target, scope, token) : null,
        };
    }

    private async Task<ToolOutput> SendAsync(HttpSend call, HttpTarget first, JsonObject arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var target = first;
        try
        {
            for (var hop = 0; ; hop++)
            {
                using var credential = await HttpCredential.OpenAsync(target, context.Scope, cancellationToken);
                using var client = http.Client(target, [.. context.Scope.Environment.Endpoints.Values], credential?.Tls);
                using var response = await SendAsync(client, call, target, credential, cancellationToken);
                if (Location(response, target) is not { } location || !call.MayFollow)
                {
                    return await HttpAnswer.WriteAsync(response, call, target == first ? null : target, context.Scope.Redactor.With(credential?.Secrets ?? []), cancellationToken);
                }

                if (hop == MaxRedirects)
                {
                    return ToolOutput.Failed($"Gave up after {MaxRedirects} redirects.");
                }

                if (!HttpTarget.TryRead(location, out target, out var problem))
                {
                    return ToolOutput.Failed($"HTTP {(int)response.StatusCode}: redirected to {location}. {problem}");
                }

                arguments["url"] = target.Url.AbsoluteUri;
                var verdict = await context.Rejudge(JsonSerializer.SerializeToElement(arguments), cancellationToken);
                if (verdict.Outcome != VerdictOutcome.Allow)
                {
                    return ToolOutput.Failed($"HTTP {(int)response.StatusCode}: redirected to {target.Url}, which is refused ({verdict.Reason}): {verdict.Message}");
                }
            }
        }
        catch (ToolInputException exception)
        {
            return ToolOutput.Failed(exception.Message);
        }
        catch (HttpRequestException exception) when (exception.InnerException is AuthenticationException inner)
        {
            return ToolOutput.Failed($"No TLS connection to {(target ?? first).Url.Authority}: {inner.Message}");
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker client, HttpSend call, HttpTarget target, HttpCredential? credential, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, target.Url);
        request.Headers.UserAgent.ParseAdd("legator/0.1");
        var type = Json;
        foreach (var (name, value) in call.Headers.Sent)
        {
            if (name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                type = name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? value : type;
            }
            else
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(type, out var media) ? media : new MediaTypeHeaderValue(Json);
        }

        credential?.AddTo(request.Headers);
        return await client.SendAsync(request, cancellationToken);
    }

    private static string? Location(HttpResponseMessage response, HttpTarget target) =>
        response is { StatusCode: HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect, Headers.Location: { } location }
            && Uri.TryCreate(target.Url, location, out var absolute)
            ? absolute.AbsoluteUri
            : null;
}
