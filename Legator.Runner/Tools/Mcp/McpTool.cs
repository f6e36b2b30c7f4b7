using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Mcp;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Mcp;

/// <summary>A tool of an MCP server, as it was offered. It is called only while its server defines it so: what was judged is what is called.</summary>
internal sealed class McpTool(DiscoveredTool definition, McpServer server, McpRunTools tools) : Tool
{
    public override string Name => definition.Name;

    public override string Description => definition.Description;

    public override JsonElement Schema => definition.Schema;

    public override TimeSpan Timeout => server.Timeout;

    public override Task<PreparedCall> PrepareAsync(JsonElement arguments, RunScope scope, CancellationToken cancellationToken)
    {
        McpArguments.Check(Schema, arguments);
        var context = scope.Environment.ForClassifiers() with
        {
            McpTools = new Dictionary<string, McpToolAnnotations> { [Name] = new(definition.ReadOnly, definition.Destructive) },
        };
        var actions = ToolActions.Classify(Name, arguments, context);
        return Task.FromResult(new PreparedCall(actions, (_, token) => CallAsync(arguments, scope, token))
        {
            Reconcile = IsRead(actions, scope) ? (_, _) => Task.FromResult(Lost) : null,
        });
    }

    private static Reconciliation Lost { get; } =
        new(InterruptedOutcome.ReadLost, "The answer was lost when the runner stopped. It only reads, so you may ask again.");

    // The sheet may say that it reads, and then nothing but the answer was lost.
    private bool IsRead(IReadOnlyList<ProposedAction> actions, RunScope scope) =>
        new GuardrailInput { Tool = Name, Digest = default, Actions = actions, Sheet = scope.Sheet }.Tier == RiskTier.Read;

    private async Task<ToolOutput> CallAsync(JsonElement arguments, RunScope scope, CancellationToken cancellationToken)
    {
        McpConnection? connection = null;
        var begun = false;
        try
        {
            connection = await tools.ConnectAsync(server, scope, cancellationToken);
            var now = new McpDefinitions(server, scope, connection).Digests(await connection.ListAsync(cancellationToken));
            if (now.GetValueOrDefault(Name) != definition.Digest)
            {
                tools.Doubt();
                return ToolOutput.Failed($"Nothing was called: the server {server.Name} has changed {Name} or taken it away since you were told of it. Look at your tools anew.");
            }

            begun = true;
            var output = McpResults.Of(await connection.CallAsync(McpToolName.Read(Name)!.Value.Tool, arguments, cancellationToken), server.Name);
            return output with { Text = connection.Redact(output.Text) };
        }
        catch (Exception e) when (McpFailure.IsAnswer(e))
        {
            return ToolOutput.Failed($"The server {server.Name} refuses: {McpFailure.Describe(e, Redact)}");
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            await scope.Resources.DropAsync<McpConnection>(server.Name);
            var failed = $"The server {server.Name} cannot be used. {McpFailure.Describe(e, Redact)}";
            return begun ? ToolOutput.Doubtful($"{failed} The call may have taken effect all the same.") : ToolOutput.Failed(failed);
        }

        string Redact(string text) => connection?.Redact(text) ?? text;
    }
}
