using System.Text.Json;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Core.Skills;
using Legator.Runner.Providers;
using Legator.Runner.Providers.Scripted;
using Legator.Runner.Sessions;
using Legator.Runner.Tests.Sessions;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Tests.Providers;

public sealed class ScriptedProviderTests
{
    private static readonly RunEventData[] Begun = [new RunStarted("r", "d", "m"), Told.Prompt];

    [Fact]
    public async Task Script_IsPlayedWithValuesFromResults()
    {
        (await NextAsync(Begun)).ShouldBe("call kubectl.get {\"resource\":\"pods\"} turn-1-1");
        (await NextAsync([.. Begun, Called(1, "turn-1-1"), .. Told.Executed(1, "Found 2 pods")])).ShouldBe("There are 2 pods.");
    }

    [Fact]
    public async Task CallWhoseAnswerWasLost_IsMadeAgainUnderAnotherId()
    {
        RunEventData[] lost = [.. Begun, Called(1, "turn-1-1"), Told.Judged(1), Told.Intended(1), new RunResumed("r2"), new ActionInterrupted(1, InterruptedOutcome.ReadLost, "lost")];
        (await NextAsync(lost)).ShouldBe("call kubectl.get {\"resource\":\"pods\"} turn-1-1-again-1");
        (await NextAsync([.. lost, Called(2, "turn-1-1-again-1"), .. Told.Executed(2, "Found 3 pods")])).ShouldBe("There are 3 pods.");
    }

    [Fact]
    public async Task DemandForTheReport_EndsTheScript() => (await NextAsync(Begun, mustReport: true)).ShouldBe("There are (no value) pods.");

    [Fact]
    public void SkillsWithoutARehearsal_AreNamedAsTheProblem() =>
        Should.Throw<ModelUnusableException>(() => new ScriptedProvider().Connect(new ModelConnection(Models.Snapshot("scripted"), ModelCredential.None)))
            .Message.ShouldContain("rehearsal.yaml");

    private static ModelReplied Called(int turn, string id) =>
        Told.Calls(turn, "kubectl.get") with { ToolCalls = [new(id, "kubectl.get", JsonSerializer.SerializeToElement(new { resource = "pods" }))] };

    private static async Task<string> NextAsync(RunEventData[] events, bool mustReport = false)
    {
        var rehearsal = SkillReader.Read(new() { Name = "s", Source = "bundled" }, new SkillFiles("Look.", null, """
            turns:
              - call: [{tool: kubectl.get, arguments: {resource: pods}, as: pods, take: {count: {regex: 'Found (\d+)'}}}]
              - report: There are ${pods.count} pods.
            """)).Skill!;
        var snapshot = Models.Snapshot("scripted") with { Skills = [RunSnapshotSkill.From(rehearsal)] };
        using var client = new ScriptedProvider().Connect(new ModelConnection(snapshot, ModelCredential.None));
        var options = mustReport ? new ChatOptions() : Models.Options;
        var response = await client.Chat.GetResponseAsync(Conversation.Of(Told.State(events), ConversationWindow.All, null), options);
        return response.Messages[0].Contents[0] is FunctionCallContent call ? $"call {call.Name} {JsonSerializer.Serialize(call.Arguments)} {call.CallId}" : response.Text;
    }
}
