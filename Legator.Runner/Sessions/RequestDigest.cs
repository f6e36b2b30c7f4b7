using Legator.Core.Audit;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Sessions;

/// <summary>Makes the digests by which the journal knows what the model was asked.</summary>
internal static class RequestDigest
{
    private const int AnswerDigits = 16;

    public static ModelRequest Of(DateTimeOffset now, IReadOnlyList<ChatMessage> messages, SessionState state, TurnPlan plan, IReadOnlyList<ToolDeclaration> tools)
    {
        var told = CanonicalJson.Sha256(new
        {
            messages = messages.Select(m => new { role = m.Role.Value, contents = m.Contents.Select(Content) }),
            maxTokens = plan.MaxTokens,
            toolsWithheld = !plan.OffersTools,
        });
        var answers = state.Turns is [.., { HasCalls: true } last] ? last.Calls.Select(c => CanonicalJson.Sha256(Content(ToolAnswer.Of(c)))[..AnswerDigits]).ToList() : null;
        return new ModelRequest(now, told, tools.Count == 0 ? null : CanonicalJson.Sha256(tools), answers) { ReportFor = state.Format > SessionFormat.First ? plan.ReportFor : null };
    }

    private static object Content(AIContent content) => content switch
    {
        TextContent text => new { text = text.Text },
        TextReasoningContent thought => new { thought = thought.Text },
        FunctionCallContent call => new { call = call.CallId, tool = call.Name, arguments = call.Arguments },
        FunctionResultContent result => new { answers = result.CallId, text = result.Result },
        _ => throw new InvalidOperationException($"A conversation holds no {content.GetType().Name}."),
    };
}
