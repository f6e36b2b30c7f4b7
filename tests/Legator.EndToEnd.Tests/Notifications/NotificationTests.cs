using System.Net.Http.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;
using Legator.Tests.NoticeReceivers;
using Microsoft.AspNetCore.Http;

namespace Legator.EndToEnd.Tests.Notifications;

/// <summary>The started product tells people: of a question, of the finding after it, and through kill -9 of everything.</summary>
public sealed class NotificationTests
{
    private const string Key = "a-key-of-the-webhook";

    [Fact]
    public async Task QuestionAndFinding_ArriveAtWebhookAndMailServer_AcrossAKill()
    {
        var held = new TaskCompletionSource();
        await using var mail = await MailReceiver.StartAsync();
        await using var hook = await HttpReceiver.StartAsync(async (post, number, context, receiver) =>
        {
            if (number == 1)
            {
                // The receiver has the message, and the product dies before it hears so.
                held.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        });
        await using var product = new EmbeddedProduct
        {
            Settings = new Dictionary<string, string>
            {
                ["Notifications__InternalHosts__0"] = "127.0.0.1",
                ["Notifications__PlainHosts__0"] = "127.0.0.1",
                ["Notifications__FirstRetry"] = "00:00:00.2",
                ["Notifications__AttemptTimeout"] = "00:00:05",
                ["Notifications__PublicUrl"] = "https://legator.example.com",
            },
        };
        await product.StartAsync();
        await Kubectl.ApplyAsync(product.Kubeconfig, Manifests(hook.Address, mail.Port));
        var run = await RunAsync(product);
        await held.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync("the question is mailed", () => !mail.Mails.IsEmpty);
        await product.KillAsync();
        await product.StartAsync();

        var question = (await Eventually.BecomesAsync("the question waits", async () => (await product.GetAsync<ApprovalList>($"{ApiPaths.Approvals}?agent=scaler")).Approvals, all => all.Count == 1))[0];
        await Eventually.IsTrueAsync("the question arrives again", () => hook.Posts.Count >= 2, TimeSpan.FromSeconds(60));
        using var decided = await product.Api.PostAsJsonAsync(new Uri(product.Url + ApiPaths.Approval(question.Name)), new ApprovalDecisionRequest("approve"), LegatorJson.Options);
        decided.IsSuccessStatusCode.ShouldBeTrue();
        await Eventually.IsTrueAsync("the finding arrives", () => hook.Posts.Any(post => (string?)post.Json["kind"] == "run-found") && Mails(mail).Count == 2, TimeSpan.FromSeconds(60));

        hook.Posts.ShouldAllBe(post => SignatureCheck.Holds(post, System.Text.Encoding.UTF8.GetBytes(Key)));
        hook.Posts.GroupBy(post => post.Header("webhook-id")).Select(group => $"{(string)group.First().Json["kind"]!} {(string)group.First().Json["run"]!}")
            .ShouldBe([$"approval-requested {run}", $"run-found {run}"]);
        ((string)hook.Posts.Last().Json["text"]!).ShouldContain("the web had too few pods");
        Mails(mail)[1].Header("Subject").ShouldContain("1 finding: the web had too few pods");
        Mails(mail)[0].Data.ShouldContain($"legator approvals get {question.Name}");
        await Eventually.BecomesAsync(
            "four messages are recorded as delivered",
            async () => string.Join(' ', (await product.GetAsync<NotificationList>($"{ApiPaths.Notifications}?agent=scaler")).Notifications.Select(item => item.State)),
            states => states == "delivered delivered delivered delivered");
    }

    [Theory]
    [InlineData("1h", "cancel", true)]
    [InlineData("2s", "proceed", false)]
    public async Task Refusal_WhoseRunWaits_IsTold_AndTheRunGoesOnWithoutIt(string timeout, string onTimeout, bool answered)
    {
        await using var hook = await HttpReceiver.StartAsync();
        await using var product = new EmbeddedProduct { Settings = new Dictionary<string, string> { ["Notifications__InternalHosts__0"] = "127.0.0.1", ["Notifications__PlainHosts__0"] = "127.0.0.1" } };
        await product.StartAsync();
        var escalation = $"guardrails: {{autonomy: observe, escalation: {{target: channel, channelName: audit, wait: true, timeout: {timeout}, onTimeout: {onTimeout}}}}}";
        await Kubectl.ApplyAsync(product.Kubeconfig, Manifests(hook.Address, 25).Replace("guardrails: {autonomy: observe, approvalMode: mutation-gate}", escalation, StringComparison.Ordinal));
        var run = await RunAsync(product);
        await Eventually.IsTrueAsync("it is told", () => !hook.Posts.IsEmpty, TimeSpan.FromSeconds(60));
        if (answered)
        {
            await Eventually.IsTrueAsync("somebody answers", () => AnswerAsync(product), TimeSpan.FromSeconds(60));
        }

        var ended = await Eventually.BecomesAsync("the run ends", async () => (await product.RunsAsync("&agent=scaler"))[0], it => it.CompletedAt is not null, TimeSpan.FromSeconds(60));
        (ended.Name, ended.Phase).ShouldBe((run, "Escalated"));
        await Eventually.IsTrueAsync("its end is told", () => hook.Posts.Any(post => (string?)post.Json["kind"] == "run-escalated"), TimeSpan.FromSeconds(60));
        hook.Posts.DistinctBy(post => post.Header("webhook-id")).Select(post => (string)post.Json["kind"]!).ShouldBe(["approval-requested", "run-escalated"]);
        ((string)hook.Posts.Last().Json["facts"]!["Phase"]!).ShouldBe("Escalated (ActionsEscalated)");
    }

    private static async Task<bool> AnswerAsync(EmbeddedProduct product)
    {
        var waiting = (await product.GetAsync<ApprovalList>($"{ApiPaths.Approvals}?agent=scaler&phase=Pending")).Approvals;
        if (waiting.Count == 0)
        {
            return false;
        }

        using var answer = await product.Api.PostAsJsonAsync(new Uri(product.Url + ApiPaths.Approval(waiting[0].Name)), new ApprovalDecisionRequest("approve"), LegatorJson.Options);
        return answer.IsSuccessStatusCode;
    }

    // A mail that the server took the moment the product was killed comes again, under the same id.
    private static List<ReceivedMail> Mails(MailReceiver server) => [.. server.Mails.DistinctBy(mail => mail.Header("Message-Id"))];

    private static async Task<string> RunAsync(EmbeddedProduct product)
    {
        await Eventually.IsTrueAsync("the agent is known", async () => (await product.Api.GetAsync(new Uri(product.Url + ApiPaths.Agent("scaler")))).IsSuccessStatusCode);
        using var answer = await product.Api.PostAsync(new Uri(product.Url + ApiPaths.AgentRun("scaler")), new StringContent("{}", null, "application/json"));
        return (await answer.Content.ReadFromJsonAsync<RunAccepted>(LegatorJson.Options))!.Run;
    }

    private static string Manifests(Uri hook, int mailPort) => $$$"""
        apiVersion: v1
        kind: Secret
        metadata: {name: hook, namespace: agents}
        stringData: {secret: {{{Key}}}}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: mail, namespace: agents}
        stringData: {host: 127.0.0.1, port: "{{{mailPort}}}", security: none, from: legator@example.com}
        ---
        apiVersion: legator.io/v1alpha1
        kind: LegatorEnvironment
        metadata: {name: told, namespace: agents}
        spec:
          channels:
            audit: {type: webhook, target: "{{{hook}}}", secretRef: hook}
            ops: {type: email, target: ops@example.com, secretRef: mail}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: told-web, namespace: agents}
        spec:
          replicas: 1
          selector: {matchLabels: {app: told-web}}
          template:
            metadata: {labels: {app: told-web}}
            spec: {containers: [{name: web, image: nginx}]}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: scaling, namespace: agents}
        data:
          SKILL.md: "---\nname: scaling\ndescription: scales the web\n---\nScale the web.\n"
          actions.yaml: |
            actions:
              - {id: scale, description: Scales the web., tool: kubectl.scale, targetPattern: "deployment/told-web -n agents", tier: service-mutation}
          rehearsal.yaml: |
            turns:
              - call: {tool: kubectl.scale, arguments: {resource: deployment, name: told-web, namespace: agents, replicas: 2}}
              - report: "WARNING: the web had too few pods"
        ---
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: scaler, namespace: agents}
        spec:
          description: Scales
          schedule: {triggers: [{type: webhook, source: never}]}
          model: {tier: fast}
          skills: [{name: scaling, source: configmap://scaling}]
          guardrails: {autonomy: observe, approvalMode: mutation-gate}
          reporting: {onFinding: notify}
          environmentRef: told
        """;
}
