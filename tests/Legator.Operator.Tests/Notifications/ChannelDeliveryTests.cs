using System.Text.Json.Nodes;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Notifications;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Approvals;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Events;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Tests.Approvals;
using Legator.Operator.Tests.Clusters;
using Legator.Tests.NoticeReceivers;
using Legator.Tests.SkillServers;
using Microsoft.AspNetCore.Http;

namespace Legator.Operator.Tests.Notifications;

/// <summary>From a run's journal to receivers of every kind, as their vendors document them.</summary>
public abstract class ChannelDeliveryTests(TestCluster cluster) : OperatorTests(cluster)
{
    private const string Trap = "<!channel> <@U1> <https://evil.example|good> @everyone [x](https://evil.example) <b>bold</b> /approve_all \u202eabc";
    private static readonly ReportingSpec Loud = new() { OnSuccess = ReportingAction.Notify, OnFailure = ReportingAction.Notify, OnFinding = ReportingAction.Notify };

    private NoticeEstate Estate => field ??= new NoticeEstate(Cluster, Namespace);

    [Fact]
    public async Task Finding_ToAWebhook_ArrivesOnceSignedWithAllThatItSays()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        await Estate.ChannelAsync("audit", ChannelType.Webhook, $"{receiver.Address}hook", ("secret", "whsec_" + Convert.ToBase64String("a key of bytes"u8)));
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings(("Notifications:PublicUrl", "https://legator.example.com/")));
        var run = await Estate.RunAsync("web", Loud);
        await NoticeEstate.PlayAsync(@operator.Journal, run, NoticeEstate.Ending(findings: new Finding("critical", "disk is full", "node/a")));
        await NoticeEstate.OutboxBecomesAsync(@operator, "the message is delivered", all => all.Any(entry => entry.State == OutboxState.Delivered));

        var post = receiver.Posts.ShouldHaveSingleItem();
        SignatureCheck.Holds(post, "a key of bytes"u8.ToArray()).ShouldBeTrue();
        SignatureCheck.Holds(post with { Body = [.. post.Body, 32] }, "a key of bytes"u8.ToArray()).ShouldBeFalse();
        var body = post.Json;
        ((string?)body["kind"], (string?)body["severity"], (string?)body["run"], (string?)body["id"]).ShouldBe(("run-found", "critical", run.Name, post.Header("webhook-id")));
        ((string?)body["text"])!.ShouldContain("node/a: disk is full");
        ((string?)body["link"]).ShouldBe($"https://legator.example.com/runs/{Namespace}/{run.Name}");
        (await NoticeEstate.OutboxAsync(@operator)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Slack_WebhookAndBot_TakeWhatTheyGetAndReadNoMarkupInIt()
    {
        var problems = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var slack = await HttpReceiver.StartAsync(async (post, _, context, _) =>
        {
            var isApi = post.Path == "/api/chat.postMessage";
            var problem = SlackRules.Problem(post, isApi);
            problems.Enqueue(problem ?? "");
            context.Response.StatusCode = isApi || problem is null ? 200 : 400;
            await context.Response.WriteAsync(isApi ? $$"""{"ok":{{(problem is null ? "true" : "false")}},"error":"{{problem}}"}""" : problem is null ? "ok" : "invalid_payload");
        });
        await Estate.ChannelAsync("bot", ChannelType.Slack, "#oncall", ("token", "xoxb-1234-abc"));
        await Estate.ChannelAsync("hook", ChannelType.Slack, "#oncall", ("url", $"{slack.Address}services/T/B/x"));
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings(("Notifications:SlackApi", slack.Address.ToString())));
        var run = await Estate.RunAsync("web", Loud);
        await NoticeEstate.PlayAsync(@operator.Journal, run, NoticeEstate.Ending(report: new string('&', 20_000), findings: new Finding("warning", Trap + new string('<', 400))));
        await NoticeEstate.OutboxBecomesAsync(@operator, "both are delivered", all => all.Count(entry => entry.State == OutboxState.Delivered) == 2);
        problems.ShouldAllBe(problem => problem == "");
        slack.Posts.Count.ShouldBe(2);
        slack.Posts.ShouldAllBe(post => !post.ToString().Contains("@everyone") && !post.ToString().Contains('\u202e'));
    }

    [Fact]
    public async Task Telegram_TakesWhatItGetsAndComesBackWhenItSays()
    {
        var problems = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var telegram = await HttpReceiver.StartAsync(async (post, number, context, _) =>
        {
            problems.Enqueue(TelegramRules.Problem(post) ?? "");
            context.Response.StatusCode = number == 1 ? 429 : 200;
            await context.Response.WriteAsync(number == 1 ? """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}""" : """{"ok":true,"result":{"message_id":1}}""");
        });
        await Estate.ChannelAsync("chat", ChannelType.Telegram, "-1001234567890", ("token", "123456:AA-bb_CC"));
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings(("Notifications:TelegramApi", telegram.Address.ToString())));
        var run = await Estate.RunAsync("web", Loud);
        await NoticeEstate.PlayAsync(@operator.Journal, run, NoticeEstate.Ending(report: new string('ä', 30_000), findings: new Finding("warning", Trap)));
        var sent = await NoticeEstate.OutboxBecomesAsync(@operator, "it is delivered", all => all.Any(entry => entry.State == OutboxState.Delivered));
        sent.ShouldHaveSingleItem().Attempts.ShouldBe(2);
        problems.ShouldAllBe(problem => problem == "");
        var text = (string)telegram.Posts.Last().Json["text"]!;
        (text.Contains("@everyone"), text.Contains(" /approve_all"), telegram.Posts.Last().Json["parse_mode"]).ShouldBe((false, false, null));
    }

    [Fact]
    public async Task Mail_OverStartTlsWithAPassword_ArrivesAsPlainTextUnderAnIdOfItsOwn()
    {
        using var certificate = new ServerCertificate();
        await using var server = await MailReceiver.StartAsync(new JsonObject { ["key"] = certificate.KeyPem, ["cert"] = certificate.Pem, ["user"] = "legator", ["password"] = "pass-word-1", ["refusals"] = 1 });
        await Estate.ChannelAsync("mail", ChannelType.Email, "Ops <ops@example.com>, boss@example.com", ("host", "127.0.0.1"), ("port", $"{server.Port}"), ("username", "legator"), ("password", "pass-word-1"), ("from", "legator@example.com"), ("ca.crt", certificate.Pem));
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings());
        var run = await Estate.RunAsync("web", Loud);
        await NoticeEstate.PlayAsync(@operator.Journal, run, NoticeEstate.Ending("Failed", report: "It broke.\r\n.\r\nBcc: evil@example.com", findings: new Finding("warning", "line\r\nBcc: evil@example.com")));
        var sent = await NoticeEstate.OutboxBecomesAsync(@operator, "it is delivered", all => all.Any(entry => entry.State == OutboxState.Delivered));

        var mail = server.Mails.ShouldHaveSingleItem();
        (mail.Secure, mail.User, mail.From, server.Refusals).ShouldBe((true, "legator", "legator@example.com", 1));
        mail.To.ShouldBe(["ops@example.com", "boss@example.com"]);
        mail.Header("Message-Id").ShouldBe($"<{sent[0].Notification.Id}@example.com>");
        (mail.Header("Bcc"), mail.Header("Content-Type").StartsWith("text/plain", StringComparison.Ordinal)).ShouldBe(("", true));
    }

    [Fact]
    public async Task Question_OfARun_IsPushedWithTheWayToAnswerIt()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        await Estate.ChannelAsync("audit", ChannelType.Webhook, receiver.Address.ToString());
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings(("Notifications:PublicUrl", "https://legator.example.com")));
        var run = await Estate.RunAsync("web");
        await new ApprovalTalk(Cluster, Namespace).AskAsync(@operator.Journal, run);
        await Eventually.IsTrueAsync("the question arrives", () => receiver.Posts.Count == 1);
        var body = receiver.Posts.Single().Json;
        ((string?)body["kind"], (string?)body["command"]).ShouldBe(("approval-requested", $"legator approvals get {ApprovalTalk.Question} --namespace {Namespace}"));
        ((string?)body["link"]).ShouldBe($"https://legator.example.com/approvals/{Namespace}/{ApprovalTalk.Question}");
        ((string?)body["text"])!.ShouldContain("replicas: 1 -> 3");
    }

    [Fact]
    public async Task Refusal_WhoseRunWaits_IsToldAsAQuestionToItsTarget()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        await Estate.ChannelAsync("oncall", ChannelType.Webhook, receiver.Address.ToString());
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings());
        var run = await Estate.RunAsync("web", escalation: new EscalationSpec { Target = EscalationTarget.Channel, ChannelName = "oncall", Wait = true, OnTimeout = EscalationTimeoutAction.Proceed });
        var refusal = NoticeEstate.Refusal();
        var asked = new ApprovalRequested(1, ApprovalTalk.Question, TimeProvider.System.GetUtcNow().AddHours(1), new ApprovalTerms { Tier = RiskTier.ServiceMutation }, ActionPreview.None("It was refused.")) { Escalation = new EscalationRound(1, EscalationTimeoutAction.Proceed) };
        await NoticeEstate.PlayAsync(@operator.Journal, run, [NoticeEstate.Ending()[0], refusal[0], (ActionJudged)refusal[1] with { AwaitsAnswer = true }, asked]);
        await Eventually.IsTrueAsync("the question arrives", () => !receiver.Posts.IsEmpty);
        var body = receiver.Posts.ShouldHaveSingleItem().Json;
        ((string?)body["kind"], (string?)body["title"]).ShouldBe(("approval-requested", "web: kubectl.restart was refused and the run waits (1): restart deployments.apps/web"));
        ((string)body["text"]!).ShouldContain("Approve: the run goes on without it. Deny: the run ends. Without an answer, the run goes on without it.");
        (await new ApprovalTalk(Cluster, Namespace).BecomesAsync("it is shown", shown => shown.Status?.Phase == ApprovalPhase.Pending))!.Spec.Context!.ShouldContain("nothing executes it");
    }

    [Fact]
    public async Task Escalation_ToAnotherAgent_IsAnEventForItAndMadeOnce()
    {
        await Estate.ChannelAsync("helper", ChannelType.Agent, "triage");
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings());
        var run = await Estate.RunAsync("web", escalation: new EscalationSpec { Target = EscalationTarget.Channel, ChannelName = "helper", OnTimeout = EscalationTimeoutAction.Proceed });
        await NoticeEstate.PlayAsync(@operator.Journal, run, [NoticeEstate.Ending()[0], .. NoticeEstate.Refusal()]);
        var told = (await NoticeEstate.OutboxBecomesAsync(@operator, "it is told", all => all is [{ State: OutboxState.Delivered }]))[0].Notification;
        var item = (await Cluster.Client<AgentEvent>().ListAsync(Namespace, null, default)).Items.ShouldHaveSingleItem();
        (item.Metadata.Name, item.Spec.EventType, item.Spec.TargetAgent, item.Spec.SourceRun).ShouldBe(($"notice-{told.Id}", "notification.action-refused", "triage", run.Name));
        item.Spec.Detail.ShouldBe("observe may not restart anything.");
    }

    [Fact]
    public async Task Refusal_OfAnAgentThatEscalates_IsToldAtOnceToItsTargetAndAgainUntilSomebodyAnswers()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        await using var other = await HttpReceiver.StartAsync();
        await Estate.ChannelAsync("oncall", ChannelType.Webhook, receiver.Address.ToString());
        await Estate.ChannelAsync("rest", ChannelType.Webhook, other.Address.ToString());
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings());
        var run = await Estate.RunAsync("web", escalation: new EscalationSpec { Target = EscalationTarget.Channel, ChannelName = "oncall", Timeout = "1s", OnTimeout = EscalationTimeoutAction.Retry });
        await NoticeEstate.PlayAsync(@operator.Journal, run, [NoticeEstate.Ending()[0], .. NoticeEstate.Refusal(1), .. NoticeEstate.Refusal(2)]);
        await Eventually.IsTrueAsync("it is told three times", () => receiver.Posts.Count == 3);
        receiver.Posts.Select(post => (string)post.Json["event"]!).Distinct().Count().ShouldBe(1);
        receiver.Posts.Select(post => post.Header("webhook-id")).ShouldBeUnique();
        ((string)receiver.Posts.Last().Json["title"]!).ShouldStartWith("Nobody answered (3/3): web: kubectl.restart was refused");
        other.Posts.ShouldBeEmpty();
        await new ApprovalTalk(Cluster, Namespace).NoteAsync("EscalationUnanswered", "Warning", "web");
    }
}
