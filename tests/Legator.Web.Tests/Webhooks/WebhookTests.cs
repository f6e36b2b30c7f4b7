using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Triggers;
using Legator.Web.Tests.Approvals;
using Legator.Web.Tests.Hosting;
using Legator.Web.Webhooks;

namespace Legator.Web.Tests.Webhooks;

/// <summary>Programs that call webhooks: who is let in, what is stored, and what each is told.</summary>
public sealed class WebhookTests(StartedWeb web) : IClassFixture<StartedWeb>
{
    private const string Secret = "a-key-of-signatures-0001";
    private const string Token = "a-token-of-a-webhook-0002";

    [Fact]
    public async Task Call_SignedAsGitHubDoes_IsStoredBeforeTheAnswer_WithoutSecrets()
    {
        var source = await WaitAsync("hub");
        var answer = await AcceptedAsync(Post(source, """{"status":"firing","password":"hunter2hunter2"}""", Hub));
        (answer.Status, answer.Source, answer.Agents, answer.Triggered).ShouldBe(("accepted", source, 1, 1));
        var outcome = answer.Outcomes.Single();
        (outcome.Agent, outcome.State).ShouldBe(("hub", "accepted"));
        outcome.Run.ShouldNotBeNull().ShouldStartWith("hub-");
        var stored = await StoredAsync("hub");
        stored.Spec.Detail.ShouldBe("""{"status":"firing","password":"[REDACTED]"}""");
        WebhookDeliveries.IsGenuine(stored, new WebhookKeys(Secret, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Call_WithTheTriggersToken_OrAStandardSignature_IsTaken()
    {
        var source = await WaitAsync("ways");
        (await AcceptedAsync(Post(source, "{}", request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token)))).Triggered.ShouldBe(1);
        (await AcceptedAsync(Post(source, "{}", request => request.Headers.Add("X-Gitlab-Token", Token)))).Triggered.ShouldBe(1);
        (await AcceptedAsync(Post(source, "{}", Standard))).Triggered.ShouldBe(1);
    }

    [Fact]
    public async Task Call_ThatProvesNothing_IsRefusedTheSameWay_WhetherAnybodyWaitsOrNot()
    {
        var source = await WaitAsync("closed");
        await UnsecuredAsync("unsecured");
        Action<HttpRequestMessage>[] forgeries =
        [
            _ => { },
            request => request.Headers.Add(WebhookProof.HubHeader, "sha256=" + new string('0', 64)),
            request => request.Headers.Add(WebhookProof.HubHeader, Convert.ToHexStringLower(HMACSHA256.HashData("other"u8, "{}"u8))),
            request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", StartedWeb.Token),
        ];
        var told = new HashSet<string>();
        foreach (var forgery in forgeries)
        {
            foreach (var name in new[] { source, "unsecured", "nobody-waits-here" })
            {
                told.Add((await Post(name, "{}", forgery).ProblemAsync(HttpStatusCode.Unauthorized)).Detail!);
            }
        }

        told.Count.ShouldBe(1);
        (await EventsAsync("closed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Call_WhoseBodyWasChangedOnItsWay_IsRefused()
    {
        var source = await WaitAsync("changed");
        await Post(source, """{"a":2}""", request => Sign(request, """{"a":1}"""u8)).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Call_ThatComesTwice_IsStoredOnce()
    {
        var source = await WaitAsync("twice");
        void Delivery(HttpRequestMessage request)
        {
            Hub(request);
            request.Headers.Add("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958");
        }

        var first = await AcceptedAsync(Post(source, "{}", Delivery));
        var second = await AcceptedAsync(Post(source, "{}", Delivery));
        (first.Delivery, second.Triggered, second.Outcomes.Single().State).ShouldBe((second.Delivery, 0, "duplicate"));
        (await EventsAsync("twice")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Call_ThatAFilterOrAPauseKeepsOut_IsAcceptedAndSaysSo()
    {
        var source = await WaitAsync("filters", filter: "payload.status == firing");
        (await AcceptedAsync(Post(source, """{"status":"resolved"}""", Hub))).Outcomes.Single().State.ShouldBe("filtered");
        (await AcceptedAsync(Post(source, "status=resolved", Hub, "application/x-www-form-urlencoded"))).Outcomes.Single().State.ShouldBe("filtered");
        (await AcceptedAsync(Post(source, "payload=%7B%22status%22%3A%22firing%22%7D", Hub, "application/x-www-form-urlencoded"))).Outcomes.Single().State.ShouldBe("accepted");
        var paused = await WaitAsync("rests", paused: true);
        var answer = await AcceptedAsync(Post(paused, "{}", Hub));
        (answer.Triggered, answer.Outcomes.Single().State).ShouldBe((0, "paused"));
        (await EventsAsync("rests")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Call_OfAnotherShape_IsRefusedWithWhatIsRight()
    {
        var source = await WaitAsync("shapes", filter: "payload.alert.name == b");
        (await Post(source, "{", Hub).ProblemAsync(HttpStatusCode.BadRequest)).Detail!.ShouldContain("no JSON");
        (await Post(source, "x", Hub, "application/octet-stream").ProblemAsync(HttpStatusCode.UnsupportedMediaType)).Reason.ShouldBe("UnsupportedMediaType");
        (await Post(source, """{"a":1,"a":2}""", Hub).ProblemAsync(HttpStatusCode.BadRequest)).Detail!.ShouldContain("twice");
        (await Post(source, """{"alert":{"name":"a","name":"b"}}""", Hub).ProblemAsync(HttpStatusCode.BadRequest)).Detail!.ShouldContain("twice");
        (await Post("", "{}", Hub).ProblemAsync(HttpStatusCode.BadRequest)).Field.ShouldBe("source");
        (await Post(source, new string('x', (1024 * 1024) + 1), Hub).ProblemAsync(HttpStatusCode.RequestEntityTooLarge)).Reason.ShouldBe("BodyTooLarge");
        using var client = web.Client(null);
        using var get = await client.GetAsync($"/webhook/{source}");
        (get.StatusCode, get.Content.Headers.Allow.Single()).ShouldBe((HttpStatusCode.MethodNotAllowed, "POST"));
    }

    [Fact]
    public async Task Call_WithMoreThanAnAgentReads_IsCut_AndText_IsTaken()
    {
        var source = await WaitAsync("large");
        await AcceptedAsync(Post(source, string.Join(' ', Enumerable.Repeat("words", 100_000)), Hub, "text/plain"));
        var detail = (await StoredAsync("large")).Spec.Detail!;
        detail.Length.ShouldBeLessThan(66_000);
        detail.ShouldEndWith("characters were left out]");
    }

    [Fact]
    public async Task Call_WhileNothingCanBeStored_IsAnsweredThatItMayTryAgain()
    {
        await using var own = new StartedWebOfItsOwn();
        await own.InitializeAsync();
        var source = await WaitAsync("lost", at: own);
        await own.StopClusterAsync();
        var problem = await Post(source, "{}", Hub, at: own).ProblemAsync(HttpStatusCode.ServiceUnavailable);
        problem.Reason.ShouldBe("ClusterUnavailable");
    }

    [Fact]
    public async Task Call_BeyondTheRate_IsToldToComeAgain()
    {
        await using var strict = new SecondWeb(web, await TestCluster.LocalKubeconfigAsync()) { Settings = new Dictionary<string, string?> { ["Web:WebhooksPerMinute"] = "2" } };
        await strict.InitializeAsync();
        var source = await WaitAsync("busy");
        await KnownAsync(strict, source);
        await AcceptedAsync(Post(source, "{}", Hub, at: strict));
        await AcceptedAsync(Post(source, "{}", Hub, at: strict));
        (await Post(source, "{}", Hub, at: strict).ProblemAsync(HttpStatusCode.TooManyRequests)).Reason.ShouldBe("TooManyDeliveries");
    }

    private static void Hub(HttpRequestMessage request) => Sign(request, request.Content!.ReadAsByteArrayAsync().Result);

    private static void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body) =>
        request.Headers.Add(WebhookProof.HubHeader, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body))}");

    private static void Standard(HttpRequestMessage request)
    {
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        request.Headers.Add("webhook-id", "msg-1");
        request.Headers.Add("webhook-timestamp", time);
        request.Headers.Add("webhook-signature", StandardSignature.Of(Encoding.UTF8.GetBytes(Secret), "msg-1", time, request.Content!.ReadAsByteArrayAsync().Result));
    }

    private static async Task<WebhookAnswer> AcceptedAsync(Task<HttpResponseMessage> call)
    {
        using var response = await call;
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<WebhookAnswer>(LegatorJson.Options))!;
    }

    private async Task<HttpResponseMessage> Post(string source, string body, Action<HttpRequestMessage> prove, string type = "application/json", StartedWeb? at = null)
    {
        using var client = (at ?? web).Client(null);
        using var request = new HttpRequestMessage(HttpMethod.Post, ApiPaths.Webhook(source)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        prove(request);
        return await client.SendAsync(request);
    }

    /// <summary>An agent that waits for a source of its own, which is answered.</summary>
    private async Task<string> WaitAsync(string name, string? filter = null, bool paused = false, StartedWeb? at = null)
    {
        var (there, source) = (at ?? web, $"{name}/{web.Namespace}");
        await there.Cluster<Secret>().CreateAsync(
            new Secret { Metadata = new() { Name = $"{name}-webhook", Namespace = there.Namespace }, Data = new Dictionary<string, byte[]> { ["secret"] = Encoding.UTF8.GetBytes(Secret), ["token"] = Encoding.UTF8.GetBytes(Token) } }, CancellationToken.None);
        await AgentAsync(there, name, new TriggerSpec { Type = TriggerType.Webhook, Source = source, SecretRef = $"{name}-webhook", Filter = filter }, paused);
        return source;
    }

    private Task UnsecuredAsync(string name) => AgentAsync(web, name, new TriggerSpec { Type = TriggerType.Webhook, Source = name }, false);

    private static async Task AgentAsync(StartedWeb at, string name, TriggerSpec trigger, bool paused)
    {
        var agent = await at.Samples.AgentAsync(name, paused, cron: null);
        await at.Cluster<LegatorAgent>().ReplaceAsync(agent with { Spec = agent.Spec with { Schedule = new ScheduleSpec { Triggers = [trigger] } } }, CancellationToken.None);
        if (TriggerFields.IsUsable(trigger))
        {
            await KnownAsync(at, trigger.Source!);
        }
    }

    /// <summary>An object is shown a moment before the index that finds it by its source.</summary>
    private static Task KnownAsync(StartedWeb at, string source)
    {
        at.Get<WebhookDoor>().ShouldNotBeNull();
        return Eventually.IsTrueAsync("the web has seen the trigger", () => at.Get<Informer<LegatorAgent>>().ByIndex("web/webhook", source).Count > 0);
    }

    private async Task<AgentEvent> StoredAsync(string agent) => (await EventsAsync(agent)).Single();

    private async Task<List<AgentEvent>> EventsAsync(string agent) =>
        [.. (await web.Cluster<AgentEvent>().ListAsync(web.Namespace, null, CancellationToken.None)).Items.Where(item => item.Spec.TargetAgent == agent)];
}
