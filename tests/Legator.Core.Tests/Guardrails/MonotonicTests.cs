using CsCheck;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Tests.Guardrails.Holes;

namespace Legator.Core.Tests.Guardrails;

/// <summary>What people add to hold agents back never lets anything through that was held back before.</summary>
public sealed class MonotonicTests
{
    private static readonly (string Tool, object Arguments)[] Known =
    [
        ("kubectl", new { command = "kubectl get pods -n demo" }),
        ("kubectl", new { command = "kubectl get pods -A" }),
        ("kubectl", new { command = "kubectl delete pod web -n demo" }),
        ("kubectl", new { command = "kubectl rollout restart deploy/web -n demo" }),
        ("kubectl", new { command = "kubectl delete pvc data -n demo" }),
        ("sql.query", new { database = "shop", dialect = "postgresql", query = "SELECT * FROM orders" }),
        ("http.request", new { method = "GET", url = "https://example.com/a" }),
        ("http.request", new { method = "DELETE", url = "https://example.com/a" }),
        ("ssh.exec", new { host = "web-1", command = "uptime" }),
    ];

    private static readonly Gen<string> Pattern = Among(
        "*", "kubectl *", "kubectl get *", "kubectl delete pod/*", "kubectl * -n demo", "sql.query *orders*", "http.*", "http.request delete *", "ssh.exec *", "nothing",
        "kubectl pods/web -n demo", "*web*", "kubectl destructive-mutation *", "");

    private static readonly Gen<ProtectionRule> Rule = Gen.Select(
        Among("", "kubernetes", "sql", "http", "ssh"), Among("*", "get *", "delete pod/*", "* *web*", "select *", "nothing"), Gen.Enum<ProtectionEffect>(),
        (domain, pattern, effect) => new ProtectionRule(domain, pattern, effect, "why"));

    private static readonly Gen<GuardrailInput> Input = Gen.Select(
        Among(Known), Gen.Enum<AutonomyLevel>(), Gen.Enum<ApprovalMode>(), Pattern.List[0, 2], Pattern.List[0, 2], Gen.Bool, Gen.Bool,
        (call, autonomy, mode, denied, allowed, people, approved) => WholeGate.Input(call.Tool, call.Arguments) with
        {
            Policy = new GuardrailPolicy { Autonomy = autonomy, ApprovalMode = mode, DeniedActions = ActionPattern.ParseAll(denied), AllowedActions = ActionPattern.ParseAll(allowed) },
            PeopleCanDecide = people,
            Approval = approved ? new ApprovalDecision(true, "ann", DateTimeOffset.MaxValue) : null,
        });

    [Fact]
    public void Judge_OneMoreDenial_NeverLetsMoreThrough() =>
        Gen.Select(Input, Pattern).Sample((input, pattern) => ShouldNotBeLooser(input, input with
        {
            Policy = input.Policy with { DeniedActions = ActionPattern.ParseAll([.. input.Policy.DeniedActions.Select(p => p.Text), pattern]) },
        }));

    [Fact]
    public void Judge_OneMoreProtectionClass_NeverLetsMoreThrough() =>
        Gen.Select(Input, Rule.List[0, 2], Rule).Sample((input, rules, rule) => ShouldNotBeLooser(
            input with { Environment = new EnvironmentFacts { ProtectionClasses = [new("a", rules)] } },
            input with { Environment = new EnvironmentFacts { ProtectionClasses = [new("a", rules), new("b", [rule])] } }));

    [Fact]
    public void Judge_AnEntryOfTheSheetThatIsBroken_NeverLetsMoreThrough() =>
        Input.Sample(input => ShouldNotBeLooser(input, input with { Sheet = Calls.Sheet(new DeclaredAction("any", "*", RiskTier.Read) { Problem = "broken" }) }));

    [Fact]
    public void Judge_AWorseTierInTheSheet_NeverLetsMoreThrough() =>
        Gen.Select(Input, Gen.Enum<RiskTier>(), Gen.Enum<RiskTier>()).Sample((input, one, other) => ShouldNotBeLooser(
            input with { Sheet = Calls.Sheet(new DeclaredAction("any", "*", one)) },
            input with { Sheet = Calls.Sheet(new DeclaredAction("any", "*", one), new DeclaredAction("more", "*", other)) }));

    [Fact]
    public void Judge_LessAutonomy_NeverLetsMoreThrough() =>
        Gen.Select(Input, Gen.Enum<AutonomyLevel>()).Sample((input, other) =>
        {
            var (less, more) = input.Policy.Autonomy < other ? (input.Policy.Autonomy, other) : (other, input.Policy.Autonomy);
            ShouldNotBeLooser(input with { Policy = input.Policy with { Autonomy = more } }, input with { Policy = input.Policy with { Autonomy = less } });
        });

    [Fact]
    public void Judge_EverySample_IsTracedUpToItsEnd() =>
        Input.Sample(input =>
        {
            var verdict = input.Judged();
            verdict.Trace.Count.ShouldBe(verdict.Outcome == VerdictOutcome.Deny ? StandardChain.Instance.Checks.ToList().IndexOf(verdict.Trace[^1].Check) + 1 : StandardChain.Checks.Count);
            verdict.Trace.ShouldAllBe(t => t.Input.Length > 0 && t.Message.Length > 0);
            verdict.Message.ShouldEndWith(".");
        });

    private static void ShouldNotBeLooser(GuardrailInput before, GuardrailInput after) =>
        ((int)after.Judged().Outcome).ShouldBeLessThanOrEqualTo((int)before.Judged().Outcome);

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
