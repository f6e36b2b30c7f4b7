using System.Text.Json;
using Legator.Runner.Providers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Replay;

/// <summary>A model that says anything.</summary>
internal sealed class GeneratedModel(Random random, FakeTimeProvider clock) : IChatClient
{
    private static readonly string[] Texts =
    [
        "", "I look around.", "FINDING warning shop/web: one pod too few\nAll else is well.", "The password=hunter2hunter2 is in the log.", "Größe 🙂", "# Report\n- critical: db-1: disk full",
    ];

    private static readonly (string Tool, object Arguments)[] Calls =
    [
        ("http.get", new { url = "http://status.lab/health" }), ("http.get", new { url = "not a url" }), ("http.post", new { url = "http://status.lab/backup", body = "{}" }), ("http.delete", new { url = "http://status.lab/orders/1" }),
        ("state.get", new { key = "seen" }), ("state.set", new { key = "seen", value = "12 things" }), ("state.delete", new { key = "seen" }),
        ("ssh.exec", new { host = "web-1", command = "df -h" }), ("ssh.exec", new { host = "web-1", command = "systemctl restart web" }), ("ssh.exec", new { host = "web-1", command = "rm -rf /srv" }), ("ssh.exec", new { host = "web-9", command = "uptime" }),
        ("sql.query", new { database = "shop", query = "select count(*) from orders" }), ("sql.query", new { database = "shop", query = "drop table orders" }), ("dns.query", new { name = "web.lab", type = "A" }),
        ("aws.cli", new { service = "ec2", command = "describe-instances" }), ("aws.cli", new { service = "ec2", command = "reboot-instances", args = new[] { "--instance-ids", "i-1" } }),
        ("kubectl.get", new { resource = "pods" }), ("kubectl.delete", new { resource = "pods", name = "web-0" }), ("no.such", new { a = 1.50 }), ("http.get", new { link = "http://status.lab/" }),
        ("report", new { severity = "warning", resource = "shop/web", message = "one pod too few, password=hunter2hunter2" }), ("report", new { severity = "warning", message = "One pod too few." }), ("report", new { text = "?" }),
        ("http.post", new { url = "http://status.lab/backup", body = "now" }), ("http.delete", new { url = "http://status.lab/orders/2" }), ("ssh.exec", new { host = "web-1", command = "systemctl restart cart" }),
        ("plan.submit", new { summary = "A restart.", steps = new[] { new { tool = "ssh.exec", arguments = new { host = "web-1", command = "systemctl restart web" } } } }),
    ];

    private int _calls;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        clock.Advance(TimeSpan.FromMilliseconds(random.Next(4000)));
        cancellationToken.ThrowIfCancellationRequested();
        var fate = random.Next(40);
        if (fate == 0)
        {
            throw new HttpRequestException("The line\nis dead.");
        }

        if (fate == 3)
        {
            clock.Advance((TimeSpan)options!.AdditionalProperties![FallbackChat.TimeLeft]!);
            cancellationToken.ThrowIfCancellationRequested();
        }

        var finish = fate switch { 1 => ChatFinishReason.Length, 2 => ModelReply.Refusal, _ => ChatFinishReason.Stop };
        List<AIContent> contents = [new TextContent(Texts[random.Next(Texts.Length)]), .. Enumerable.Range(0, Math.Max(0, random.Next(5) - 1)).Select(_ => Call())];
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, contents)) { FinishReason = finish, Usage = Usage() };
        return Task.FromResult(random.Next(10) == 0 ? FallbackChat.Marked(response, "openai/other", "openai/m: away") : response);
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private FunctionCallContent Call()
    {
        var (tool, arguments) = Calls[random.Next(Calls.Length)];
        var id = random.Next(8) == 0 ? "" : $"c{++_calls}";
        if (random.Next(15) == 0)
        {
            var broken = new FunctionCallContent(id, tool);
            ModelReply.MarkMalformed(broken, "{\"url\": \"http://");
            return broken;
        }

        return new FunctionCallContent(id, tool, JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(a => a.Name, a => (object?)a.Value));
    }

    private UsageDetails Usage() => new()
    {
        InputTokenCount = random.Next(900),
        OutputTokenCount = random.Next(200),
        CachedInputTokenCount = random.Next(2) == 0 ? null : random.Next(500),
        AdditionalCounts = random.Next(2) == 0 ? null : new AdditionalPropertiesDictionary<long> { ["CacheCreationInputTokens"] = random.Next(500) },
    };
}
