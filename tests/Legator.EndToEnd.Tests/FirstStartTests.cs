using System.Text.Json;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests;

/// <summary>What a newcomer sees: one command, and a guarded agent at work.</summary>
public sealed class FirstStartTests : IAsyncLifetime
{
    private readonly EmbeddedProduct _product = new();

    public async ValueTask InitializeAsync() => await _product.StartAsync();

    public async ValueTask DisposeAsync() => await _product.DisposeAsync();

    [Fact]
    public async Task HelloWorld_OnFirstStart_SucceedsAndReportsRealValues()
    {
        var run = await FirstRunAsync("hello-world");
        var detail = await _product.GetAsync<JsonElement>(ApiPaths.Run(run.Name));
        run.Phase.ShouldBe("Succeeded", detail.GetRawText());
        var report = detail.GetProperty("status").GetProperty("report").GetString()!;
        report.ShouldNotContain("${");
        run.Model.ShouldStartWith("scripted/");
    }

    [Fact]
    public async Task HelloWorld_TriesAForbiddenMutation_WhichIsBlockedExplainedAndRecorded()
    {
        var run = await FirstRunAsync("hello-world");
        var detail = await _product.GetAsync<JsonElement>(ApiPaths.Run(run.Name));
        var blocked = detail.GetProperty("status").GetProperty("actions").EnumerateArray()
            .Single(a => a.GetProperty("status").GetString() == "blocked");
        blocked.GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
        blocked.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Journal_OfAFinishedRun_VerifiesAndEndsWithTheHeadOfTheRecord()
    {
        var run = await FirstRunAsync("hello-world");
        var journal = await _product.GetAsync<JournalPage>(ApiPaths.Journal(run.Name) + "?limit=1000");
        journal.Chain.Verified.ShouldBeTrue(journal.Chain.Problem);
        var detail = await _product.GetAsync<JsonElement>(ApiPaths.Run(run.Name));
        detail.GetProperty("status").GetProperty("journal").GetProperty("head").GetString().ShouldBe(journal.Head.Hash);
    }

    [Fact]
    public async Task CtrlC_DrainsAndEnds()
    {
        // Drained for 4 s at most; on a machine that is busy with other things more than that passes.
        (await _product.Process.InterruptAsync()).ShouldBeLessThan(TimeSpan.FromSeconds(20), _product.Process.Output);
        _product.Process.ExitCode.ShouldBe(0, _product.Process.Output);
    }

    [Fact]
    public async Task RunNow_ThroughTheApi_RunsWithItsTask()
    {
        using var answer = await _product.Api.PostAsync(new Uri(_product.Url + ApiPaths.AgentRun("hello-world")), new StringContent("""{"task":"say hello"}""", null, "application/json"));
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        var accepted = JsonSerializer.Deserialize<RunAccepted>(await answer.Content.ReadAsStringAsync(), Core.LegatorJson.Options)!;
        var run = await Eventually.BecomesAsync("the requested run ends", () => FindAsync(accepted.Run), r => r?.CompletedAt is not null);
        run!.Trigger.ShouldBe("manual");
    }

    private async Task<RunSummary?> FindAsync(string name) => (await _product.RunsAsync()).FirstOrDefault(r => r.Name == name);

    private async Task<RunSummary> FirstRunAsync(string agent) =>
        (await Eventually.BecomesAsync(
            $"a finished run of {agent}",
            async () => (await _product.RunsAsync($"&agent={agent}")).LastOrDefault(r => r.CompletedAt is not null),
            run => run is not null))!;
}
