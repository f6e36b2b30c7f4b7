using System.Net;
using System.Net.Http.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;

namespace Legator.Cli.Tests.Queues;

/// <summary><c>legator queue</c> and the API that it asks: what was given up is shown, worked on again or forgotten, by those who may.</summary>
public sealed class QueueCommandTests(WebWithPolicies web) : IClassFixture<WebWithPolicies>
{
    private IRunQueue Queue => web.Get<IRunQueue>();

    [Fact]
    public async Task List_ShowsWhatWasGivenUp_AndWhy()
    {
        await BuriedAsync("shown", "shop-cart", RunPhase.Running);
        var said = await web.LegatorAsync(StartedWeb.VisitorToken, "queue", "list");
        said.ExitCode.ShouldBe(0, said.Error);
        said.Lines[0].ShouldStartWith("Waiting: ");
        said.Lines.Single(line => line.Contains(" shown ", StringComparison.Ordinal)).ShouldEndWith("It kills whoever runs it.");
    }

    [Fact]
    public async Task Requeue_RunThatIsNotOver_IsOnTheQueueAgain()
    {
        var id = await BuriedAsync("again", "shop-cart", RunPhase.Running);
        var said = await web.LegatorAsync(StartedWeb.ChatToken, "queue", "requeue", id);
        (said.ExitCode, said.Out.TrimEnd()).ShouldBe((0, $"{id} requeued: run again."), said.Error);
        (await FindAsync("again")).ShouldBeNull();
        (await TakeAsync("again")).Entry.Priority.ShouldBe(RunPriority.Interactive);
    }

    [Fact]
    public async Task Requeue_RunThatIsOver_AsksItsAgentForAnother()
    {
        await web.Samples.AgentAsync("shop-again");
        var id = await BuriedAsync("failed", "shop-again", RunPhase.Failed);
        var said = await web.LegatorAsync(StartedWeb.ChatToken, "queue", "requeue", id, "-o", "json");
        said.ExitCode.ShouldBe(0, said.Error);
        var answer = System.Text.Json.JsonSerializer.Deserialize<DeadLetterAnswer>(said.Out, LegatorJson.Options)!;
        (answer.Status, answer.Namespace).ShouldBe(("requested", web.Namespace));
        var agent = (await web.Cluster<LegatorAgent>().GetAsync(web.Namespace, "shop-again", default))!;
        RunNames.ForRequest(new AgentKey(web.Namespace, "shop-again"), agent.Metadata.Annotations![LegatorApi.RunNowAnnotation]).ShouldBe(answer.Run);
        (await FindAsync("failed")).ShouldBeNull();
    }

    [Fact]
    public async Task Requeue_RunThatIsGone_SaysToDropIt_AndDropForgetsIt()
    {
        var id = await BuriedAsync("gone", null, null);
        var refused = await web.LegatorAsync(StartedWeb.Token, "queue", "requeue", id);
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain($"legator queue drop {id}");
        (await FindAsync("gone")).ShouldNotBeNull();
        var said = await web.LegatorAsync(StartedWeb.Token, "queue", "drop", id);
        (said.ExitCode, said.Out.TrimEnd()).ShouldBe((0, $"{id} dropped."), said.Error);
        (await FindAsync("gone")).ShouldBeNull();
    }

    [Theory]
    [InlineData(StartedWeb.VisitorToken, "shop-cart", "only a viewer")]
    [InlineData(StartedWeb.ChatToken, "bank", "covers agent")]
    [InlineData(StartedWeb.VisitorToken, null, "only a viewer")]
    public async Task Caller_WhoMayNot_ChangesNothing(string token, string? agent, string why)
    {
        var run = $"kept-{agent ?? "nobodys"}";
        var id = await BuriedAsync(run, agent, agent is null ? null : RunPhase.Running);
        foreach (var action in agent is null ? new[] { "drop" } : ["requeue", "drop"])
        {
            var said = await web.LegatorAsync(token, "queue", action, id);
            said.ExitCode.ShouldBe(1);
            said.Error.ShouldContain("You may not touch this entry");
            said.Error.ShouldContain(why);
            (await ActAsync(token, id, action)).ShouldBe((HttpStatusCode.Forbidden, "MayNotRun"));
        }

        (await FindAsync(run)).ShouldNotBeNull();
    }

    [Fact]
    public async Task EntryOrActionThatThereIsNot_AndStrangers_AreToldSo()
    {
        var said = await web.LegatorAsync(StartedWeb.Token, "queue", "requeue", "no-such-entry");
        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain("There is no dead letter 'no-such-entry'");
        var id = await BuriedAsync("whatever", "shop-cart", RunPhase.Running);
        (await ActAsync(StartedWeb.Token, id, "burn")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await ActAsync(null, id, "drop")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await web.Client(null).GetAsync(ApiPaths.Queue)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>A run whose runner gave its entry up; answers the entry's id.</summary>
    private async Task<string> BuriedAsync(string run, string? agent, RunPhase? phase)
    {
        if (agent is not null)
        {
            await web.Samples.RunAsync(run, agent, new LegatorRunStatus { Phase = phase });
        }

        await Queue.EnqueueAsync(new RunQueueEntry(new RunKey(web.Namespace, run), RunPriority.Interactive), default);
        await (await TakeAsync(run)).BuryAsync("It kills whoever runs it.", default);
        return (await FindAsync(run))!.Id;
    }

    private async Task<IRunClaim> TakeAsync(string run)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var claim = await Queue.DequeueAsync(patience.Token);
        claim.Entry.Run.Name.ShouldBe(run);
        return claim;
    }

    private async Task<DeadLetter?> FindAsync(string run) => (await Queue.DeadLettersAsync(1000, default)).FirstOrDefault(letter => letter.Run == $"{web.Namespace}/{run}");

    private async Task<(HttpStatusCode Status, string? Reason)> ActAsync(string? token, string id, string action)
    {
        using var answer = await web.Client(token).PostAsJsonAsync(ApiPaths.DeadLetter(id), new DeadLetterRequest(action), LegatorJson.Options);
        return (answer.StatusCode, (string?)System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["reason"]);
    }
}
