using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Shell;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Tests.Guardrails.Holes;

/// <summary>The gate as the command line asks it: the classifier of the tool, then the chain, with a sheet that declares everything as a read.</summary>
internal static class WholeGate
{
    /// <summary>A site with a host that allows sudo.</summary>
    public static readonly ClassificationContext Site = ClassificationContext.Empty with { Hosts = new Dictionary<string, HostRules> { ["sudo-1"] = new(AllowSudo: true) } };

    public static CallClassification Classify(string tool, object arguments, ClassificationContext? site = null) =>
        StandardClassifiers.Classify(tool, JsonSerializer.SerializeToElement(arguments), site ?? Site);

    public static CallClassification Shell(string command, string host = "web-1") => Classify("ssh.exec", new { host, command });

    public static CallClassification Sql(string query, string dialect = "postgresql") => Classify("sql.query", new { database = "shop", dialect, query });

    public static GuardrailInput Input(string tool, object arguments, AutonomyLevel autonomy = AutonomyLevel.AutomateDestructive)
    {
        var found = Classify(tool, arguments);
        return new GuardrailInput
        {
            Tool = tool,
            Digest = ActionDigest.Of(tool, JsonSerializer.SerializeToElement(arguments)),
            Problem = found.Problem,
            Actions = found.Actions,
            Line = CallText.Of(tool, JsonSerializer.SerializeToElement(arguments)),
            Policy = new GuardrailPolicy { Autonomy = autonomy },
            Sheet = Calls.Sheet(new DeclaredAction("any", "*", RiskTier.Read)),
            Now = Calls.Noon,
            PeopleCanDecide = true,
        };
    }

    public static Verdict Judge(string tool, object arguments, AutonomyLevel autonomy = AutonomyLevel.AutomateDestructive) => Input(tool, arguments, autonomy).Judged();

    /// <summary>It is known to be more than a read, or refused outright.</summary>
    public static void ShouldNotPassAsARead(this CallClassification found) =>
        (found.Tier == RiskTier.Read && !found.Blocked).ShouldBeFalse(found.Reason);

    public static void ShouldBeARead(this CallClassification found)
    {
        found.Tier.ShouldBe(RiskTier.Read, found.Reason);
        found.Blocked.ShouldBeFalse(found.Reason);
    }
}
