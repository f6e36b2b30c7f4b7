using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Tests.Guardrails.Holes;

namespace Legator.Core.Tests.Guardrails;

/// <summary>Data is never changed by an agent. All settings that there are, in all combinations, let none of these through.</summary>
public sealed class DataMutationNeverTests
{
    private static readonly string[] Deciders = ["viewer", "operator", "admin", "system:admin", ""];

    public static TheoryData<string, object> Calls { get; } = new()
    {
        { "kubectl", new { command = "kubectl delete pvc data -n shop" } },
        { "kubectl", new { command = "kubectl delete namespace shop" } },
        { "kubectl", new { command = "kubectl delete clusters.postgresql.cnpg.io pg -n shop" } },
        { "kubectl.delete", new { resource = "persistentvolume", name = "pv-1" } },
        { "sql.query", new { database = "shop", dialect = "postgresql", query = "DELETE FROM orders" } },
        { "sql.query", new { database = "shop", dialect = "mysql", query = "DROP TABLE orders" } },
        { "ssh.exec", new { host = "web-1", command = "dd if=/dev/zero of=/dev/sda" } },
        { "aws.cli", new { service = "s3", command = "rb", args = "s3://data --force" } },
        { "az.cli", new { group = "storage", command = "account delete", args = "--name x" } },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Judge_EveryCombinationOfSettings_RefusesAChangeOfData(string tool, object arguments)
    {
        var call = WholeGate.Input(tool, arguments);
        foreach (var input in Settings(call))
        {
            var verdict = input.Judged();
            verdict.Outcome.ShouldBe(VerdictOutcome.Deny);
            verdict.Reason.ShouldBeOneOf(GuardrailReason.DataMutation, GuardrailReason.BlockedOutright, GuardrailReason.Unclassifiable, GuardrailReason.InvalidArguments);
        }
    }

    [Fact]
    public void Judge_ASheetThatCallsItAChangeOfData_MakesItOne()
    {
        foreach (var input in Settings(Guardrails.Calls.Restart(), RiskTier.DataMutation))
        {
            input.Judged().Reason.ShouldBe(GuardrailReason.DataMutation);
        }
    }

    [Fact]
    public void Settings_AreManyAndLetARestartThrough() =>
        Settings(Guardrails.Calls.Restart()).Select(i => i.Judged().Outcome).Distinct().Count().ShouldBe(3, "the combinations must hold some that allow, some that ask and some that refuse");

    private static IEnumerable<GuardrailInput> Settings(GuardrailInput call, RiskTier? onlyTier = null) =>
        from autonomy in Enum.GetValues<AutonomyLevel>()
        from mode in Enum.GetValues<ApprovalMode>()
        from tier in onlyTier is { } only ? [only] : Enum.GetValues<RiskTier>().Except([RiskTier.DataMutation])
        from target in new[] { null, "*", "delete *" }
        from allowed in new string[][] { [], ["*"], [$"{call.Tool} *"] }
        from approval in Approvals()
        from people in new[] { true, false }
        select call with
        {
            Policy = new GuardrailPolicy { Autonomy = autonomy, ApprovalMode = mode, AllowedActions = ActionPattern.ParseAll(allowed) },
            Sheet = Guardrails.Calls.Sheet(new DeclaredAction("any", "*", tier) { TargetPattern = onlyTier is null ? target : null }),
            Approval = approval,
            PeopleCanDecide = people,
        };

    private static IEnumerable<ApprovalDecision?> Approvals() =>
        [null, .. Deciders.Select(who => new ApprovalDecision(true, who, DateTimeOffset.MaxValue))];
}
