using System.Net;
using System.Net.Http.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Resources;
using Legator.Core.Resources.Runs;

namespace Legator.Cli.Tests.Runs;

/// <summary><c>legator runs cancel</c> and the API that it asks, by who asks and of what.</summary>
public sealed class CancelCommandTests(WebWithPolicies web) : IClassFixture<WebWithPolicies>
{
    [Fact]
    public async Task Operator_EndsARun_UnderTheirNameAndWithTheReason()
    {
        await web.Samples.RunAsync("under-way", "bank", new LegatorRunStatus { Phase = RunPhase.Running });
        var said = await web.LegatorAsync(StartedWeb.Token, "runs", "cancel", "under-way", "--reason", "it hangs");
        (said.ExitCode, said.Out.TrimEnd()).ShouldBe((0, "Run under-way of bank is to end, as operator wants it."), said.Error);
        (await OrderAsync("under-way")).ShouldBe(("it hangs", "operator"));
    }

    [Fact]
    public async Task SecondRequest_IsAcceptedAndNamesTheFirst()
    {
        await web.Samples.RunAsync("twice", "shop-cart");
        (await web.LegatorAsync(StartedWeb.ChatToken, "runs", "cancel", "twice")).ExitCode.ShouldBe(0);
        var again = await web.LegatorAsync(StartedWeb.Token, "runs", "cancel", "twice", "--reason", "mine", "-o", "json");
        again.ExitCode.ShouldBe(0, again.Error);
        System.Text.Json.JsonSerializer.Deserialize<CancelAccepted>(again.Out, LegatorJson.Options)!.By.ShouldBe("chatops");
        (await OrderAsync("twice")).ShouldBe(("true", "chatops"));
    }

    [Theory]
    [InlineData(StartedWeb.VisitorToken, "shop-cart", "only a viewer")]
    [InlineData(StartedWeb.ChatToken, "bank", "covers agent")]
    public async Task Caller_WhoMayNotRunTheAgent_IsRefused(string token, string agent, string why)
    {
        var run = $"kept-{agent}";
        await web.Samples.RunAsync(run, agent, new LegatorRunStatus { Phase = RunPhase.Running });
        var said = await web.LegatorAsync(token, "runs", "cancel", run);
        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain($"You may not end runs of agent '{agent}'");
        said.Error.ShouldContain(why);
        (await OrderAsync(run)).ShouldBe((null, null));
        (await PostAsync(token, run)).ShouldBe((HttpStatusCode.Forbidden, "MayNotRun"));
    }

    [Fact]
    public async Task FinishedRun_IsNotEnded_AndTheCommandSaysWhatThereIsInstead()
    {
        await web.Samples.RunAsync("over", "bank", new LegatorRunStatus { Phase = RunPhase.Succeeded });
        var said = await web.LegatorAsync(StartedWeb.Token, "runs", "cancel", "over");
        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain("is over (Succeeded)");
        said.Error.ShouldContain("legator runs undo over");
        (await PostAsync(StartedWeb.Token, "over")).ShouldBe((HttpStatusCode.Conflict, "RunFinished"));
        (await OrderAsync("over")).ShouldBe((null, null));
    }

    [Fact]
    public async Task RunThatIsNotThere_AndStrangers_AreToldSo()
    {
        (await web.LegatorAsync(StartedWeb.Token, "runs", "cancel", "nobody")).ShouldSatisfyAllConditions(said => said.ExitCode.ShouldBe(1), said => said.Error.ShouldContain("nobody"));
        (await PostAsync(StartedWeb.Token, "nobody")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(null, "nobody")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<(HttpStatusCode Status, string? Reason)> PostAsync(string? token, string run)
    {
        using var answer = await web.Client(token).PostAsJsonAsync($"{ApiPaths.Cancel(run)}?namespace={web.Namespace}", new CancelBody(), LegatorJson.Options);
        var problem = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, (string?)problem?["reason"]);
    }

    private async Task<(string? Reason, string? By)> OrderAsync(string run)
    {
        var annotations = (await web.Cluster<LegatorRun>().GetAsync(web.Namespace, run, TestContext.Current.CancellationToken))!.Metadata.Annotations;
        return (annotations?.GetValueOrDefault(LegatorApi.CancelAnnotation), annotations?.GetValueOrDefault(LegatorApi.CancelByAnnotation));
    }
}
