using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Legator.Runner.Providers;
using Legator.Runner.Sessions.Reports;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Sessions;

/// <summary>Asks the model of a run, and says in events what came of it.</summary>
internal sealed class ModelTurns(ModelClient client, RunSnapshotLimits limits, RunSecrets secrets, TimeProvider time)
{
    /// <summary>The tools of the next request, in their order.</summary>
    public IReadOnlyList<ToolDeclaration> Offer(SessionState state, IReadOnlyList<ToolDeclaration> tools) => CountsTokens(state) ? ReportTool.With(tools) : tools;

    /// <summary>What the next request may be.</summary>
    public TurnPlan Plan(SessionState state, IReadOnlyList<ToolDeclaration> tools, int? tierMaxTokens, TimeLeft left) =>
        TurnPlan.Next(state, limits, tierMaxTokens, CountsTokens(state) ? TokenEstimate.OfNext(state, tools, limits) : null, left.IsUp);

    /// <summary>Asks for the next reply.</summary>
    /// <param name="state">The run so far.</param>
    /// <param name="plan">What is asked for.</param>
    /// <param name="tools">Tools that are offered where the plan offers any.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="left">What is left of the run's wall clock.</param>
    /// <param name="cancellationToken">The process stops.</param>
    /// <returns><see cref="ModelReplied"/>, or <see cref="ModelFailed"/>; null where no answer came before the part of the time began that is kept for the report: the report has to be asked for.</returns>
    public async Task<RunEventData?> AskAsync(SessionState state, TurnPlan plan, IReadOnlyList<ToolDeclaration> tools, DateTimeOffset now, TimeLeft left, CancellationToken cancellationToken)
    {
        var timeLeft = left.For(plan);
        var window = ConversationWindow.Of(state, client.Window, limits);
        var messages = Conversation.Of(state, window, plan.Demand);
        var request = RequestDigest.Of(now, messages, state, plan, tools);
        using var deadline = new CancellationTokenSource(timeLeft, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var started = time.GetTimestamp();
        try
        {
            var response = await client.Chat.GetResponseAsync(messages, Options(plan, tools, timeLeft, window.GoesOn), either.Token);
            var reply = ModelReply.Read(response, plan.Turn, plan.OffersTools, time.GetElapsedTime(started), secrets.Redactor) with { Request = request };
            return CountsTokens(state) && reply.TokensIn + reply.TokensOut == 0 ? Counted(reply, TokenEstimate.OfNext(state, tools, limits)) : reply;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (deadline.IsCancellationRequested && left.LeavesReport(plan))
        {
            return null;
        }
        catch (Exception) when (deadline.IsCancellationRequested)
        {
            return new ModelFailed(plan.Turn, "The model did not answer within the run's wall clock: raise spec.model.timeout of the agent, or use a faster model.") { Request = request };
        }
        catch (Exception e)
        {
            return new ModelFailed(plan.Turn, secrets.Redactor.Redact(ModelFailure.Describe(e))) { Request = request };
        }
    }

    public PromptAssembled Redacted(PromptAssembled prompt) => prompt with { System = secrets.Redactor.Redact(prompt.System), User = secrets.Redactor.Redact(prompt.User) };

    /// <summary>A script costs nothing, and is told of nothing that rehearsals do not know.</summary>
    private bool CountsTokens(SessionState state) => client.Window is not null && state.Format > SessionFormat.First;

    /// <summary>The provider says nothing of tokens, and what a run uses is booked all the same.</summary>
    private static ModelReplied Counted(ModelReplied reply, int prompt) =>
        reply with { TokensIn = prompt, TokensOut = TokenEstimate.OfReply(new SessionTurn(reply, [.. reply.ToolCalls.Select((call, index) => new SessionCall(index, call))])), TokensEstimated = true };

    private static ChatOptions Options(TurnPlan plan, IReadOnlyList<ToolDeclaration> tools, TimeSpan timeLeft, bool goesOn) => new()
    {
        AdditionalProperties = new() { [FallbackChat.TimeLeft] = timeLeft, [ModelWindow.GoesOn] = goesOn },
        MaxOutputTokens = plan.MaxTokens,
        ToolMode = plan.OffersTools ? null : ChatToolMode.None,
        Tools = tools.Count > 0 ? [.. tools.Select(t => AIFunctionFactory.CreateDeclaration(t.Name, t.Description, t.Schema))] : null,
    };
}
