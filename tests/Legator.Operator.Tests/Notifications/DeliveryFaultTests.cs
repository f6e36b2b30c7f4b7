using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Notifications;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Operator.Tests.Approvals;
using Legator.Operator.Tests.Clusters;
using Legator.Tests.NoticeReceivers;
using Legator.Tests.SkillServers;
using Microsoft.AspNetCore.Http;

namespace Legator.Operator.Tests.Notifications;

/// <summary>Receivers that fail, processes that end, agents that shout: every event is told, once.</summary>
public sealed class DeliveryFaultTests(EmbeddedCluster cluster) : OperatorTests(cluster)
{
    private static readonly ReportingSpec Loud = new() { OnSuccess = ReportingAction.Notify, OnFailure = ReportingAction.Notify, OnFinding = ReportingAction.Notify };

    private NoticeEstate Estate => field ??= new NoticeEstate(Cluster, Namespace);

    [Fact]
    public async Task Receiver_ThatFailsInManyWays_GetsTheMessageInTheEndUnderOneId()
    {
        await using var receiver = await HttpReceiver.StartAsync(async (_, number, context, receiver) =>
        {
            switch (number)
            {
                case 1:
                    context.Response.StatusCode = 500;
                    break;
                case 2:
                    context.Abort();
                    break;
                case 3:
                    context.Response.StatusCode = 302;
                    context.Response.Headers.Location = "http://169.254.169.254/latest/meta-data/";
                    break;
                case 4:
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, receiver.End).ContinueWith(_ => { }, TaskScheduler.Default);
                    break;
                case 5:
                    (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "1");
                    break;
            }
        });
        await using var quick = await HttpReceiver.StartAsync();
        await Estate.ChannelAsync("audit", ChannelType.Webhook, receiver.Address.ToString());
        await Estate.ChannelAsync("quick", ChannelType.Webhook, quick.Address.ToString());
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings(("Notifications:AttemptTimeout", "00:00:01")));
        var run = await Estate.RunAsync("web", Loud);
        await NoticeEstate.PlayAsync(@operator.Journal, run, NoticeEstate.Ending());
        await Eventually.IsTrueAsync("the other channel does not wait for it", () => quick.Posts.Count == 1);
        await NoticeEstate.OutboxBecomesAsync(@operator, "both are delivered", all => all.Count(entry => entry.State == OutboxState.Delivered) == 2);
        receiver.Posts.Count.ShouldBe(6);
        receiver.Posts.Select(post => post.Header("webhook-id")).Distinct().ShouldHaveSingleItem();
        quick.Posts.Count.ShouldBe(1);
        await Estate.ConditionAsync("the channels are well again", condition => condition is { Status: "True", Reason: "ChannelsUsable" });
    }

    [Fact]
    public async Task Receiver_ThatNeverTakesIt_IsGivenUpOnVisiblyAndTriedAgainOnDemand()
    {
        var works = false;
        await using var receiver = await HttpReceiver.StartAsync((_, _, context, _) =>
        {
            context.Response.StatusCode = works ? 200 : 503;
            return Task.CompletedTask;
        });
        await Estate.ChannelAsync("audit", ChannelType.Webhook, receiver.Address.ToString());
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings(("Notifications:MaxAttempts", "3")));
        var run = await Estate.RunAsync("web", Loud);
        await NoticeEstate.PlayAsync(@operator.Journal, run, NoticeEstate.Ending());
        var dead = (await NoticeEstate.OutboxBecomesAsync(@operator, "it is given up", all => all.Any(entry => entry.State == OutboxState.Dead))).ShouldHaveSingleItem();
        (dead.Attempts, dead.Problem).ShouldBe((3, "the receiver answers 503"));
        await Estate.ConditionAsync("the condition says so", condition => condition is { Status: "False", Reason: "DeliveryFailing" } && condition.Message.Contains("spec.channels.audit: the receiver answers 503", StringComparison.Ordinal));
        var talk = new ApprovalTalk(Cluster, Namespace);
        await talk.NoteAsync("NotificationGivenUp", "Warning", "home");
        await talk.NoteAsync("NotificationGivenUp", "Warning", "web");
        works = true;
        (await @operator.Part<INotificationOutbox>().RetryAsync(dead.Notification.Id, default)).ShouldBeTrue();
        await NoticeEstate.OutboxBecomesAsync(@operator, "it is delivered", all => all[0].State == OutboxState.Delivered);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest", "is an address to which no message may go")]
    [InlineData("https://metadata.google.internal/x", "is an address to which no message may go")]
    [InlineData("https://10.0.0.7/hook", "Notifications:InternalHosts")]
    [InlineData("https://[::ffff:169.254.169.254]/", "is an address to which no message may go")]
    [InlineData("http://hooks.example.com/x", "Notifications:PlainHosts")]
    [InlineData("https://u:p@hooks.example.com/x", "put it into the Secret")]
    [InlineData("ftp://hooks.example.com/x", "is not http or https")]
    [InlineData("hooks", "is not a URL")]
    public async Task Address_ThatMustNotBeAsked_IsRefusedAndToldOnTheEnvironment(string target, string told)
    {
        await Estate.ChannelAsync("audit", ChannelType.Webhook, target);
        await using var @operator = await StartAsync();
        var home = await Estate.ConditionAsync("the condition says so", condition => condition is { Status: "False", Reason: "ChannelInvalid" });
        home.Status!.Conditions.Single(c => c.Type == "ChannelsReady").Message.ShouldContain(told);
    }

    [Fact]
    public async Task Secret_ThatIsMissing_IsToldAndTheMessageComesOnceItIsThere()
    {
        await using var receiver = await HttpReceiver.StartAsync((_, _, context, _) => context.Response.WriteAsync("ok"));
        await Estate.ChangeAsync(channels => channels["hook"] = new ChannelSpec { Type = ChannelType.Slack, Target = "#x", SecretRef = "late" });
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings());
        await Estate.ConditionAsync("the condition says so", condition => condition is { Status: "False", Reason: "ChannelInvalid" } && condition.Message.Contains("spec.channels.hook.secretRef: there is no Secret 'late'", StringComparison.Ordinal));
        var run = await Estate.RunAsync("web", Loud);
        await NoticeEstate.PlayAsync(@operator.Journal, run, NoticeEstate.Ending());
        await NoticeEstate.OutboxBecomesAsync(@operator, "it was tried", all => all is [{ Problem: not null }]);
        await Cluster.Client<Secret>().CreateAsync(new Secret { Metadata = new() { Name = "late", Namespace = Namespace }, Data = new Dictionary<string, byte[]> { ["url"] = System.Text.Encoding.UTF8.GetBytes($"{receiver.Address}services/x") } }, default);
        await NoticeEstate.OutboxBecomesAsync(@operator, "it is delivered", all => all[0].State == OutboxState.Delivered);
    }

    [Fact]
    public async Task Certificate_IsChecked_AndTrustedWhereTheSecretSaysSo()
    {
        using var certificate = new ServerCertificate();
        await using var receiver = await HttpReceiver.StartAsync(certificate: certificate.Certificate);
        await Estate.ChannelAsync("strict", ChannelType.Webhook, receiver.Address.ToString());
        await Estate.ChannelAsync("trusting", ChannelType.Webhook, receiver.Address.ToString(), ("secret", "k"), ("ca.crt", certificate.Pem));
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings(("Notifications:MaxAttempts", "2")));
        var run = await Estate.RunAsync("web", Loud);
        await NoticeEstate.PlayAsync(@operator.Journal, run, NoticeEstate.Ending());
        var all = await NoticeEstate.OutboxBecomesAsync(@operator, "one is delivered and one given up", all => all.Count(entry => entry.Ended is not null) == 2);
        all.Select(entry => $"{entry.Notification.Channel} {entry.State}").Order().ShouldBe(["strict Dead", "trusting Delivered"]);
        all.Single(entry => entry.State == OutboxState.Dead).Problem!.ShouldStartWith("the receiver's certificate is not trusted");
        receiver.Posts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Operators_ThatEndAndStartAgainMidway_TellEachEventOnce()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        await Estate.ChannelAsync("audit", ChannelType.Webhook, receiver.Address.ToString());
        var told = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            await using var @operator = await StartAsync(settings: NoticeEstate.Settings());
            var run = await Estate.RunAsync($"web-{round}", Loud);
            told.Add(run.Name);
            await NoticeEstate.PlayAsync(@operator.Journal, run, NoticeEstate.Ending());
        }

        await using var last = await StartAsync(settings: NoticeEstate.Settings());
        await using var another = await StartAsync(settings: NoticeEstate.Settings());
        await NoticeEstate.OutboxBecomesAsync(last, "four are delivered", all => all.Count(entry => entry.State == OutboxState.Delivered) == 4);
        receiver.Posts.GroupBy(post => post.Header("webhook-id")).Select(group => (string)group.First().Json["run"]!).Order().ShouldBe(told.Order());
    }

    [Fact]
    public async Task Agent_ThatShouts_IsHeldBackAndSummedUp()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        await Estate.ChannelAsync("audit", ChannelType.Webhook, receiver.Address.ToString());
        await using var @operator = await StartAsync(settings: NoticeEstate.Settings(("Notifications:PerHour", "2"), ("Notifications:SummaryAfter", "00:00:01")));
        var run = await Estate.RunAsync("web", escalation: new EscalationSpec { Target = EscalationTarget.Human });
        await NoticeEstate.PlayAsync(@operator.Journal, run, [NoticeEstate.Ending()[0], .. Enumerable.Range(1, 6).SelectMany(i => NoticeEstate.Refusal(i, $"web-{i}"))]);
        await Eventually.IsTrueAsync("a summary comes", () => receiver.Posts.Any(post => (string?)post.Json["kind"] == "summary"));
        await NoticeEstate.OutboxBecomesAsync(@operator, "nothing is held back any more", all => all.All(entry => entry.State is OutboxState.Delivered or OutboxState.Summarised) && all.Count(entry => entry.Notification.Kind == NotificationKind.ActionRefused) == 6);
        var summed = receiver.Posts.Where(post => (string?)post.Json["kind"] == "summary").Sum(post => int.Parse(((string)post.Json["title"]!).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
        (receiver.Posts.Count(post => (string?)post.Json["kind"] == "action-refused"), summed).ShouldBe((2, 4));
    }
}
