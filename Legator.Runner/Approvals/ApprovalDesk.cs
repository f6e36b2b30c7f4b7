using System.Text;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Guardrails;
using Legator.Core.Redaction;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Approvals;

/// <summary>Reads what people are shown of a call that they are asked about, and whether what they approved still stands.</summary>
internal sealed partial class ApprovalDesk(IPolicyVersions versions, TimeProvider time, ILogger<ApprovalDesk> logger)
{
    private const int LongestDifference = 16_384;
    private const int MostDependents = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Why an approval counts no longer, as a sentence; null when it counts.</summary>
    public async Task<string?> LapseAsync(ApprovalDecision approval, RiskTier tier, DateTimeOffset now, PreparedCall call, RunScope scope, CancellationToken cancellationToken)
    {
        if (now >= approval.ValidUntil)
        {
            return $"{approval.DecidedBy} approved it, but that was good until {approval.ValidUntil.ToUniversalTime():u}, so it is asked again.";
        }

        if (approval.Terms is not { } then)
        {
            return null;
        }

        try
        {
            var seen = await scope.Lookout.SeeAsync<ApprovalTerms>("terms", async () => await TermsAsync(tier, call, scope, cancellationToken));
            return then.ChangedUntil(seen! with { Tier = tier }) is { } change ? $"{approval.DecidedBy} approved it, but since then {change}, so it is asked again." : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotCompared(logger, exception, scope.Run);
            return $"{approval.DecidedBy} approved it, but nobody can say whether it still stands ({Lookout.NameOf(exception)}), so it is asked again.";
        }
    }

    /// <summary>What a person is shown. What cannot be read now is said to be missing.</summary>
    /// <param name="tier">The worst that it could do.</param>
    /// <param name="call">The call.</param>
    /// <param name="steps">Where the call submits a plan, its steps.</param>
    /// <param name="scope">The run's.</param>
    /// <param name="cancellationToken">The process stops.</param>
    public async Task<ApprovalAsk> AskAsync(RiskTier tier, PreparedCall call, IReadOnlyList<PlannedStep>? steps, RunScope scope, CancellationToken cancellationToken)
    {
        var terms = new ApprovalTerms { Tier = tier };
        try
        {
            terms = await TermsAsync(tier, call, scope, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Terms that nobody could read differ from those that are read later, so that it is asked again then.
            Log.NotCompared(logger, exception, scope.Run);
        }

        return new ApprovalAsk(terms, Bounded(steps is null ? await PreviewAsync(call, scope, cancellationToken) : await PreviewAsync(steps, scope, cancellationToken), scope.Redactor));
    }

    private async Task<ApprovalTerms> TermsAsync(RiskTier tier, PreparedCall call, RunScope scope, CancellationToken cancellationToken)
    {
        var (agent, environment) = await versions.ReadAsync(scope.Agent, scope.EnvironmentName, cancellationToken);
        JsonObject? target = call.Observe is { } observe ? await observe(cancellationToken).WaitAsync(Patience, time, cancellationToken) : null;
        return TargetPrint.Of(target, new ApprovalTerms { Tier = tier, Agent = agent, Environment = environment });
    }

    /// <summary>Each step of a plan against what is there now: what an earlier step leaves behind, nobody can show before.</summary>
    private async Task<ActionPreview> PreviewAsync(IReadOnlyList<PlannedStep> steps, RunScope scope, CancellationToken cancellationToken)
    {
        var (started, text, dependents) = (time.GetTimestamp(), new StringBuilder(), new List<string>());
        foreach (var step in steps)
        {
            var preview = step.Call is not { } call ? ActionPreview.None("The step cannot be made ready now.")
                : time.GetElapsedTime(started) > Patience ? ActionPreview.None("The dry runs of earlier steps took too long.")
                : await PreviewAsync(call, scope, cancellationToken);
            text.Append(step.Line).Append('\n');
            Indent(text, preview.Difference ?? $"unavailable: {preview.Unavailable}");
            dependents.AddRange(preview.Dependents);
        }

        return new ActionPreview(text.ToString()) { Dependents = [.. dependents.Distinct(StringComparer.Ordinal)] };
    }

    private static void Indent(StringBuilder text, string lines)
    {
        foreach (var line in lines.AsSpan().TrimEnd('\n').EnumerateLines())
        {
            text.Append("   ").Append(line).Append('\n');
        }
    }

    private async Task<ActionPreview> PreviewAsync(PreparedCall call, RunScope scope, CancellationToken cancellationToken)
    {
        if (call.Preview is not { } preview)
        {
            return ActionPreview.None("The target has no way to say beforehand what the call would change.");
        }

        try
        {
            return await preview(cancellationToken).WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotPreviewed(logger, exception, scope.Run);
            return ActionPreview.None(exception is ClusterException refused ? $"The cluster did not do the dry run: {refused.Message}" : $"The dry run failed ({exception.GetType().Name}).");
        }
    }

    private static ActionPreview Bounded(ActionPreview preview, Redactor redactor) => new(Cut(preview.Difference, redactor), Cut(preview.Unavailable, redactor))
    {
        Dependents = preview.Dependents.Count <= MostDependents ? preview.Dependents : [.. preview.Dependents.Take(MostDependents), $"… and {preview.Dependents.Count - MostDependents} more"],
    };

    private static string? Cut(string? text, Redactor redactor) => text is null ? null
        : redactor.Redact(text) is var redacted && redacted.Length <= LongestDifference ? redacted
        : $"{redacted[..(char.IsHighSurrogate(redacted[LongestDifference - 1]) ? LongestDifference - 1 : LongestDifference)]}… [cut here]";

    private static partial class Log
    {
        [LoggerMessage(221, LogLevel.Warning, "Run {Run}: what an approval depends on could not be read")]
        public static partial void NotCompared(ILogger logger, Exception exception, RunKey run);

        [LoggerMessage(222, LogLevel.Warning, "Run {Run}: the preview of a call failed")]
        public static partial void NotPreviewed(ILogger logger, Exception exception, RunKey run);
    }
}
