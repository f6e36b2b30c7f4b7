using System.Text.Json;
using Legator.Core;
using Legator.Core.Actions;
using Legator.Core.Redaction;
using Legator.Core.Runs.Events;
using Legator.Runner.Providers;

namespace Legator.Runner.Tests.Providers;

public sealed class ReasoningTests
{
    [Fact]
    public void Reply_ThatIsSaidAgain_IsTheSameWithItsThought()
    {
        var reply = new ModelReplied(1, "I look.", [new ToolCall("functions.get:0", "kubectl.get", JsonElement.Parse("""{"resource":"pods"}"""))], 10, 5, "tool_calls", 0) { Reasoning = "Pods first." };
        Json(ModelReply.Read(ModelReply.Again(reply), 1, toolsOffered: true, TimeSpan.Zero, Redactor.Default)).ShouldBe(Json(reply));
    }

    [Fact]
    public void Thought_OfAReplyWithoutCalls_IsNotKept()
    {
        var reply = new ModelReplied(1, "Done.", [], 10, 5, "stop", 0) { Reasoning = "All is said." };
        ModelReply.Read(ModelReply.Again(reply), 1, toolsOffered: true, TimeSpan.Zero, Redactor.Default).Reasoning.ShouldBeNull();
    }

    private static string Json(ModelReplied reply) => JsonSerializer.Serialize(reply, LegatorJson.Options);
}
