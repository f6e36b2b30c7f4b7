using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core;
using Legator.Core.Actions;
using Legator.Core.Audit;
using Legator.Core.Guardrails;
using Legator.Core.Redaction;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Rollbacks;

/// <summary>Makes out, just before a change, how it will be taken back: by what its tool reads of the state before, else by what its action sheet says. A way back that holds a secret is not recorded.</summary>
internal sealed partial class RollbackDesk(TimeProvider time, ILogger<RollbackDesk> logger)
{
    private const int Longest = 65_536;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How the call is taken back; null for a read.</summary>
    public async Task<ActionRollback?> OfAsync(CallFacts call, DeclaredAction? declared, RunScope scope, CancellationToken cancellationToken)
    {
        if (call.Prepared is not { } prepared || prepared.Actions.All(a => a.Tier == RiskTier.Read))
        {
            return null;
        }

        var found = await ComputedAsync(call, scope, cancellationToken);
        found = found.Steps.Count > 0 ? found : BySheet(call, declared) ?? found;
        found = found with { Words = declared?.Rollback is { Length: > 0 } words ? scope.Redactor.Redact(words) : null };
        return Recordable(found, scope.Redactor);
    }

    private async Task<ActionRollback> ComputedAsync(CallFacts call, RunScope scope, CancellationToken cancellationToken)
    {
        if (call.Prepared!.Inverse is not { } inverse)
        {
            return ActionRollback.None($"{call.Tool} has no way to take it back by itself.");
        }

        try
        {
            return await inverse(cancellationToken).WaitAsync(Patience, time, cancellationToken);
        }
        catch (ClusterException exception)
        {
            return ActionRollback.None(scope.Redactor.Redact($"What was there before could not be read: {exception.Message}"));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotMadeOut(logger, exception, scope.Run, call.Tool);
            return ActionRollback.None($"What was there before could not be read ({exception.GetType().Name}).");
        }
    }

    private static ActionRollback? BySheet(CallFacts call, DeclaredAction? declared)
    {
        if (declared?.Takeback is not { } sheet)
        {
            return null;
        }

        if (sheet.Automatic)
        {
            return ActionRollback.None("It takes itself back.");
        }

        if (sheet.Call is { } asked)
        {
            return ConditionPlaces.Fill(asked.Arguments, call) is { } arguments
                ? ActionRollback.By(new RollbackStep(asked.Tool, arguments, Words(sheet.Description, asked.Tool)))
                : ActionRollback.None("The sheet's call has a place such as ${target.name} that stands for nothing in this action.");
        }

        return call.Tool == "ssh.exec" && sheet.Command is { Length: > 0 } command && call.Arguments.TryGetProperty("host", out var host)
            ? ActionRollback.By(new RollbackStep(call.Tool, JsonSerializer.SerializeToElement(new JsonObject { ["host"] = JsonNode.Parse(host.GetRawText()), ["command"] = command }, LegatorJson.Options), Words(sheet.Description, command)))
            : null;
    }

    private static string Words(string description, string otherwise) => description.Length > 0 ? description : otherwise;

    private static ActionRollback Recordable(ActionRollback found, Redactor redactor)
    {
        var recorded = JsonSerializer.SerializeToElement(found, LegatorJson.Options);
        return recorded.GetRawText().Length > Longest ? ActionRollback.None("What was there before is too large to be recorded.") with { Words = found.Words }
            : CanonicalJson.Sha256(redactor.Redact(recorded)) != CanonicalJson.Sha256(recorded) ? ActionRollback.None("What was there before holds a secret, and secrets are not recorded.") with { Words = found.Words }
            : found;
    }

    private static partial class Log
    {
        [LoggerMessage(231, LogLevel.Error, "Run {Run}: how a call of {Tool} is taken back could not be made out")]
        public static partial void NotMadeOut(ILogger logger, Exception exception, RunKey run, string tool);
    }
}
