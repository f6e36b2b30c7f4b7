using System.Text.Json;
using Legator.Core;
using Legator.Core.Actions;
using Legator.Core.Runs.Events;
using Legator.Runner.Providers.OpenAI;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Sessions;

/// <summary>The messages of the next request, made from the journal and nothing else.</summary>
internal static class Conversation
{
    /// <param name="state">The run so far.</param>
    /// <param name="window">How much of it is sent.</param>
    /// <param name="demand">What is asked for after the last turn; null to let the model go on.</param>
    public static List<ChatMessage> Of(SessionState state, ConversationWindow window, string? demand)
    {
        var prompt = state.Prompt ?? throw new InvalidOperationException("A conversation begins with its prompt.");
        List<ChatMessage> messages = [new(ChatRole.System, prompt.System), new(ChatRole.User, User(state, prompt, window.Dropped))];
        for (var index = window.Dropped; index < state.Turns.Count; index++)
        {
            var turn = state.Turns[index];
            var most = window.AnswersOf(turn, index == window.Dropped);
            messages.Add(Reply(turn));
            messages.AddRange(turn.Calls.Select(call => new ChatMessage(ChatRole.Tool, [ToolAnswer.Of(call, most)])));
        }

        if (demand is not null)
        {
            messages.Add(new ChatMessage(ChatRole.User, demand));
        }

        return messages;
    }

    private static string User(SessionState state, PromptAssembled prompt, int dropped) => (dropped, state.Format) switch
    {
        (0, _) => prompt.User,
        (_, SessionFormat.First) => $"{prompt.User}\n\n[{dropped} earlier exchanges are left out here.]",
        _ => $"{prompt.User}\n\n{LeftOut.Of(state.Turns.Take(dropped))}",
    };

    private static ChatMessage Reply(SessionTurn turn)
    {
        var contents = new List<AIContent>(OpenAIReasoning.Again(turn.HasCalls ? turn.Reply.Reasoning : null));
        if (turn.Reply.Text.Length > 0 || !turn.HasCalls)
        {
            contents.Add(new TextContent(turn.Reply.Text));
        }

        contents.AddRange(turn.Calls.Select(c => new FunctionCallContent(c.Call.Id, c.Call.Tool, Arguments(c.Call))));
        return new ChatMessage(ChatRole.Assistant, contents);
    }

    /// <summary>Servers refuse a history whose arguments are no object, so what was malformed is shown inside one.</summary>
    private static Dictionary<string, object?> Arguments(ToolCall call) => call.Arguments.ValueKind == JsonValueKind.Object
        ? call.Arguments.EnumerateObject().ToDictionary(m => m.Name, m => (object?)m.Value)
        : new Dictionary<string, object?> { ["malformed"] = JsonSerializer.Serialize(call.Arguments, LegatorJson.Options) };
}
