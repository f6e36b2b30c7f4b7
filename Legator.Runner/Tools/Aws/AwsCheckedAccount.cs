using System.Text.Json.Nodes;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Aws;

/// <summary>Keys that were found to belong to the account that the environment names. Looked at once a run.</summary>
internal sealed class AwsCheckedAccount : IAsyncDisposable
{
    /// <exception cref="ToolInputException">They belong to another account, or nobody can say.</exception>
    public static async Task<AwsCheckedAccount> CheckAsync(AwsClient client, AwsAccount account, RunScope scope, CancellationToken cancellationToken)
    {
        var service = AwsTable.Find("sts")!;
        var request = AwsRequests.Build(service, service.Operations["get-caller-identity"], AwsLine.Of(["sts", "get-caller-identity"]));
        var answer = await client.SendAsync(service, request, account, scope, cancellationToken);
        var number = answer.Succeeded ? (string?)JsonNode.Parse(answer.Text)?["Account"] : null;
        return number == account.Number
            ? new AwsCheckedAccount()
            : throw new ToolInputException(GuardrailReason.InvalidArguments, answer.Succeeded ? $"The credential '{account.Credential}' belongs to the account {number}, not to {account.Number}." : answer.Text);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
