using Legator.Core.Guardrails.Provenance;
using static Legator.Core.Tests.Guardrails.Provenance.Readings;

namespace Legator.Core.Tests.Guardrails.Provenance;

/// <summary>Once text from outside was read, a change goes by itself only where people asked for it.</summary>
public sealed class AuthoredIntentTests
{
    private const string Listed = "3 deployments in namespace demo:\nNAME      READY  UP-TO-DATE  AVAILABLE  AGE\npayments  1/1    1           1          2d\nweb       0/1    1           0          2d\napi       0/1    1           0          2d";
    private const string Everywhere = "2 deployments:\nNAMESPACE  NAME  READY  UP-TO-DATE  AVAILABLE  AGE\ndemo       web   1/1    1           1          2d\nother      web   1/1    1           1          2d";

    [Theory]
    [InlineData("Restart web in demo when it hangs.")]
    [InlineData("You look after web in namespace demo.\n\nIf it does not answer, restart it.")]
    [InlineData("Look after the Deployment web in namespace demo. Where it hangs, restart it with kubectl.rollout, action restart, name web.")]
    [InlineData("| it hangs | `kubectl.rollout` `action: restart` |")]
    [InlineData("You may restart a Deployment (`kubectl.rollout`, `action: restart`) whose Pods crash for a reason that a restart removes.")]
    [InlineData("Restart all deployments that hang.")]
    [InlineData("Hung workloads are restarted.")]
    [InlineData("Try restarting it, then report.")]
    [InlineData("kubectl rollout restart deployment/web -n demo")]
    [InlineData("Bounce web if it is stuck. Never restart payments.")]
    [InlineData("Do not delete anything. Restart every deployment except payments.")]
    [InlineData("Restart web. Do not restart web more than once an hour.")]
    public void Find_PeopleAskedForARestart_LetsItPass(string skill) => Restart(skill, "web").ShouldBeNull();

    [Theory]
    [InlineData("Look after web in demo.")]
    [InlineData("Watch the deployments; restarts above 5 are a finding.")]
    [InlineData("Never restart web.")]
    [InlineData("Do not delete, scale or restart deployments.")]
    [InlineData("# Never\n\nRestart deployments, or delete them.")]
    [InlineData("Restarting is forbidden.")]
    [InlineData("A person decides whether web is restarted.")]
    [InlineData("Restart payments when it hangs. Look at web.")]
    [InlineData("Look after payments and web. Where payments hangs, restart it.")]
    [InlineData("Restart every deployment except web.")]
    [InlineData("Restart web in namespace other.")]
    [InlineData("Would you restart web?")]
    [InlineData("Restart deployments that hang. Never restart web.")]
    [InlineData("Scale web to 3.")]
    [InlineData("Drain web.")]
    public void Find_PeopleDidNot_IsAnIntentOfNobody(string skill) => Restart(skill, "web")!.Kind.ShouldBe(UntrustedKind.Intent);

    [Theory]
    [InlineData("deep-infrastructure-audit")]
    [InlineData("endpoint-monitoring")]
    [InlineData("deployment-pipeline")]
    public void Find_ASkillThatComesWithLegatorRestarts_LetsItPass(string name) =>
        Restart(File.ReadAllText(RepositoryFolder.File($"skills/{name}/SKILL.md")), "web").ShouldBeNull();

    [Fact]
    public void Find_TheSameNameElsewhere_IsAnIntentOfNobody() =>
        Judge(Authored("Restart web in namespace demo."), """kubectl.rollout {"action":"restart","resource":"deployment","name":"web","namespace":"other"}""", ("kubectl.get", Everywhere))!.Kind.ShouldBe(UntrustedKind.Intent);

    [Theory]
    [InlineData("Restart web in demo.", "other", false)]
    [InlineData("Restart web in demo if it hangs.", "other", false)]
    [InlineData("Restart web in demo if it hangs.", "demo", true)]
    [InlineData("Restart web in winter.", "demo", true)]
    [InlineData("You look after web in demo. Restart web in time.", "demo", true)]
    [InlineData("Restart web in demo. In other, web belongs to the partners.", "other", false)]
    public void Find_InAndAName_IsAPlaceThoughNothingListedIt(string skill, string place, bool passes) =>
        (Judge(Authored(skill), $$"""kubectl.rollout {"action":"restart","resource":"deployment","name":"web","namespace":"{{place}}"}""", ("kubectl.logs", "slow")) is null).ShouldBe(passes);

    [Theory]
    [InlineData("Scale web in demo to 3 replicas.", 3, true)]
    [InlineData("Scale web in demo to three replicas.", 3, true)]
    [InlineData("Scale web in demo to between 2 and 6 replicas.", 4, true)]
    [InlineData("Keep web in demo at 3.", 3, true)]
    [InlineData("Scale web in demo to between 2 and 6 replicas.", 7, false)]
    [InlineData("Look after web in demo; it has 3 replicas.", 3, false)]
    [InlineData("Scale web in demo. Look 5 times.", 5, false)]
    public void Find_ANumberOfReplicas_IsWhatPeopleAskedFor(string skill, int count, bool passes) =>
        (Judge(Authored(skill), $$"""kubectl.scale {"resource":"deployment","name":"web","namespace":"demo","replicas":{{count}}}""", ("kubectl.logs", "slow")) is null).ShouldBe(passes);

    private static UntrustedUse? Restart(string skill, string name) =>
        Judge(Authored(skill), $$"""kubectl.rollout {"action":"restart","resource":"deployment","name":"{{name}}","namespace":"demo"}""", ("kubectl.get", Listed), ("kubectl.logs", "connection refused"));
}
