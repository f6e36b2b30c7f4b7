using System.Text.Json.Nodes;
using Legator.Core.Guardrails;
using Legator.Core.Guardrails.PreConditions;

namespace Legator.Core.Tests.Guardrails.PreConditions;

public sealed class ConditionViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("no recent restart", "11:55", false)]
    [InlineData("no recent restart", "11:45", true)]
    [InlineData("no restart in 1h", "11:45", false)]
    [InlineData("not restarted within the last 10m", "11:45", true)]
    public void NoRestart_ContainerThatRestarted_CountsFromItsStart(string check, string started, bool holds) =>
        Check(check, Found("{}"), [Pod(Started($"2026-05-04T{started}:00Z"))]).Holds.ShouldBe(holds);

    [Fact]
    public void NoRestart_ContainerThatNeverRestarted_Holds() =>
        Check("no recent restart", Found("{}"), [Pod("""{"restartCount":0,"state":{"running":{"startedAt":"2026-05-04T11:59:00Z"}}}""")]).Holds.ShouldBeTrue();

    [Fact]
    public void NoRestart_WorkloadThatSomebodyRestarted_DoesNotHold() =>
        Check("no recent restart", Found("""{"spec":{"template":{"metadata":{"annotations":{"kubectl.kubernetes.io/restartedAt":"2026-05-04T11:58:00Z"}}}}}"""), [])
            .Message.ShouldBe("the last restart was at 2026-05-04 11:58:00Z.");

    [Fact]
    public void NoRestart_NobodyLookedAtThePods_DoesNotHold() =>
        Check("no recent restart", Found("{}"), null).Holds.ShouldBeFalse();

    [Theory]
    [InlineData("""{"kind":"Pod","status":{"conditions":[{"type":"Ready","status":"True"}]}}""", "pods ready", true)]
    [InlineData("""{"kind":"Pod","status":{"conditions":[{"type":"Ready","status":"False"}]}}""", "ready", false)]
    [InlineData("""{"kind":"ConfigMap"}""", "ready", false)]
    [InlineData("""{"status":{"desiredNumberScheduled":2,"numberReady":2,"updatedNumberScheduled":1}}""", "pods ready", true)]
    [InlineData("""{"status":{"desiredNumberScheduled":2,"numberReady":2,"updatedNumberScheduled":1}}""", "rollout complete", false)]
    [InlineData("""{"metadata":{"generation":3},"spec":{"replicas":1},"status":{"observedGeneration":2,"readyReplicas":1,"updatedReplicas":1}}""", "rollout complete", false)]
    [InlineData("""{"metadata":{"generation":3},"spec":{"replicas":1},"status":{"observedGeneration":3,"readyReplicas":1,"updatedReplicas":1}}""", "rollout is complete", true)]
    [InlineData("""{"spec":{"replicas":3},"status":{"readyReplicas":2}}""", "pods ready", false)]
    public void Ready_IsWhatTheObjectSays(string found, string check, bool holds) => Check(check, Found(found), []).Holds.ShouldBe(holds);

    [Theory]
    [InlineData("https://shop.example/healthz answers", "HTTP 204 No Content", true)]
    [InlineData("https://shop.example/healthz answers", "HTTP 503 Busy", false)]
    [InlineData("http.get https://shop.example/healthz answers 200", "HTTP 201 Created", false)]
    [InlineData("https://shop.example/healthz answers with 503", "HTTP 503 Busy", true)]
    [InlineData("https://shop.example/healthz answers 5xx", "HTTP 503 Busy", true)]
    [InlineData("https://shop.example/healthz answers", "No answer within 10 s.", false)]
    public void Answers_IsHeldAgainstTheStatus(string check, string answer, bool holds)
    {
        PreConditionExpression.TryParse(check, out var expression, out _).ShouldBeTrue();
        expression.Addresses.ShouldBe(["https://shop.example/healthz"]);
        var answers = new Dictionary<string, ConditionAnswer> { ["https://shop.example/healthz"] = new(true, answer) };
        expression.Check(check, new ConditionView(null, Now) { Answers = answers }).Holds.ShouldBe(holds);
    }

    private static PreConditionResult Check(string check, JsonObject found, IReadOnlyList<JsonObject>? pods)
    {
        PreConditionExpression.TryParse(check, out var expression, out _).ShouldBeTrue();
        return expression.Check(check, new ConditionView(found, Now) { Pods = pods });
    }

    private static JsonObject Found(string json) => (JsonObject)JsonNode.Parse(json)!;

    private static string Started(string at) => """{"restartCount":2,"state":{"running":{"startedAt":"AT"}}}""".Replace("AT", at, StringComparison.Ordinal);

    private static JsonObject Pod(string container) => Found("""{"status":{"containerStatuses":[STATUS]}}""".Replace("STATUS", container, StringComparison.Ordinal));
}
