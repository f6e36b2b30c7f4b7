using System.Net.Http.Headers;
using Legator.Core.Actions.Classification.Http;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Http;

namespace Legator.Runner.Tools.Azure;

/// <summary>Sends requests to Azure Resource Manager as the environment's principal, in its subscription and nowhere else.</summary>
internal sealed class AzureClient(GuardedHttp http)
{
    private const int MaxText = 64 * 1024;

    /// <exception cref="ToolInputException">The principal was refused, or the request leaves the subscription.</exception>
    public async Task<ToolOutput> SendAsync(AzureRequest request, AzureAccount account, RunScope scope, CancellationToken cancellationToken)
    {
        var url = new Uri(account.Endpoint, request.In(account.Subscription));
        if (!HttpTarget.TryRead(url.AbsoluteUri, out var target, out var problem))
        {
            return ToolOutput.Failed(problem);
        }

        var login = await scope.Resources.GetAsync(account.Credential, () => Task.FromResult(new AzureLogin(account, http)));
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), url);
        var token = await login.TokenAsync(cancellationToken);
        scope.Secrets.Add(token);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        message.Headers.Accept.ParseAdd("application/json");
        message.Content = request.Method == "POST" ? new ByteArrayContent([]) : null;
        using var client = http.Client(target, [account.Endpoint, .. scope.Environment.Endpoints.Values], account.Tls);
        using var response = await client.SendAsync(message, cancellationToken);
        if (await BoundedBody.ReadAsync(response, cancellationToken) is not { } body)
        {
            return ToolOutput.Failed($"The answer is longer than {BoundedBody.MaxBytes / 1024 / 1024} MiB. Ask for less, with -g for one group.");
        }

        var output = AzureAnswer.Of(response, body, account);
        return output with { Text = scope.Redactor.With([token]).Redact(OutputBounds.Cut(output.Text, MaxText)), MaxLines = int.MaxValue };
    }
}
