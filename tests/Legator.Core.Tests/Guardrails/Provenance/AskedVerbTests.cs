using static Legator.Core.Tests.Guardrails.Provenance.Readings;

namespace Legator.Core.Tests.Guardrails.Provenance;

/// <summary>What people asked for is what is done: this verb, this count, this object.</summary>
public sealed class AskedVerbTests
{
    private const string Listed = "1 deployments in namespace demo:\nNAME  READY  UP-TO-DATE  AVAILABLE  AGE\nweb   0/1    1           0          2d";
    private const string Pods = "1 pods in namespace demo:\nNAME   READY  STATUS   RESTARTS  AGE\nweb-1  1/1    Running  0         2d";

    [Theory]
    [InlineData("systemctl restart nginx", true)]
    [InlineData("sudo systemctl restart nginx || true", true)]
    [InlineData("systemctl stop nginx", false)]
    [InlineData("systemctl disable nginx", false)]
    [InlineData("systemctl mask nginx", false)]
    [InlineData("systemctl kill nginx", false)]
    [InlineData("service nginx stop", false)]
    [InlineData("pkill nginx", false)]
    [InlineData("systemctl restart sshd", false)]
    [InlineData("systemctl restart nginx; systemctl stop nginx", false)]
    public void Find_OnAHost_TheVerbIsTheOneThatPeopleAskedFor(string command, bool passes) =>
        Passes("You look after the host web-host. Where nginx does not answer, run `systemctl restart nginx` with ssh.exec.", $$"""ssh.exec {"host":"web-host","command":"{{command}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("Restart nginx on web-host where it hangs.", "systemctl restart nginx")]
    [InlineData("Reload nginx on web-host after a change.", "systemctl reload nginx")]
    [InlineData("Stop nginx on web-host at night.", "systemctl stop nginx")]
    public void Find_OnAHostInPlainWords_LetsItPass(string skill, string command) =>
        Passes(skill, $$"""ssh.exec {"host":"web-host","command":"{{command}}"}""").ShouldBeTrue();

    [Theory]
    [InlineData("Scale web in demo to 5 replicas when the queue is longer than 100, and to 2 when it is empty.", 5, true)]
    [InlineData("Scale web in demo to 5 replicas when the queue is longer than 100, and to 2 when it is empty.", 2, true)]
    [InlineData("Scale web in demo to 5 replicas when the queue is longer than 100, and to 2 when it is empty.", 100, false)]
    [InlineData("If the load is at 80, scale web in demo to 4.", 80, false)]
    [InlineData("If the load is at 80, scale web in demo to 4.", 4, true)]
    [InlineData("When it has run for ten minutes, scale web in demo to 4.", 10, false)]
    [InlineData("When web in demo has 8 replicas, scale it to 4.", 8, false)]
    [InlineData("Scale web in demo by 50 percent, to 4 replicas at most.", 50, false)]
    [InlineData("Scale web in demo to between 2 and 6 replicas: one for each 100 requests a second.", 100, false)]
    [InlineData("Scale web in demo, at most 3 times an hour, to 4.", 3, false)]
    [InlineData("Scale web in demo to 3 each morning.", 3, true)]
    public void Find_ANumberOfACondition_IsNoCount(string skill, int count, bool passes) =>
        Passes(skill, $$"""kubectl.scale {"resource":"deployment","name":"web","namespace":"demo","replicas":{{count}}}""").ShouldBe(passes);

    [Theory]
    [InlineData("namespace", "demo", null, false)]
    [InlineData("pod", "web-1", "demo", false)]
    [InlineData("deployment", "web", "demo", true)]
    public void Find_ALabelForDeployments_IsForNothingElse(string kind, string name, string? place, bool passes) =>
        Passes("Every Deployment in namespace demo carries the label team. Where it is missing, label it with team=shop.", "kubectl.label {\"resource\":\"" + kind + "\",\"name\":\"" + name + "\"," + (place is null ? "" : "\"namespace\":\"" + place + "\",") + "\"labels\":{\"team\":\"shop\"}}").ShouldBe(passes);

    [Theory]
    [InlineData("Label the namespace demo with team=shop.", true)]
    [InlineData("Label namespace demo with team=shop.", true)]
    [InlineData("Label deployments in the namespace demo with team=shop.", false)]
    public void Find_ANamespace_IsAnObjectWhereItDoesNotStandAsAPlace(string skill, bool passes) =>
        Passes(skill, """kubectl.label {"resource":"namespace","name":"demo","labels":{"team":"shop"}}""").ShouldBe(passes);

    [Theory]
    [InlineData("Delete pods that have completed. Note in state.set under cleaned how many.", false)]
    [InlineData("Delete notes that are old.", true)]
    [InlineData("Remove the key cleaned.", true)]
    [InlineData("Forget what is old.", true)]
    public void Find_ANoteIsDeleted_OnlyWherePeopleSpokeOfNotes(string skill, bool passes) =>
        Passes(skill, """state.delete {"key":"cleaned"}""").ShouldBe(passes);

    [Theory]
    [InlineData("Scale web in demo, and keep it at 3.", false)]
    [InlineData("An alert starts you. Look at web.", false)]
    public void Find_OtherObjectsOfTheSameWords_AskForNoNotesAndNoEvents(string skill, bool passes)
    {
        Passes(skill, """state.set {"key":"seen","value":"web is slow"}""").ShouldBe(passes);
        Passes(skill, """event.publish {"type":"finding.x","severity":"warning","summary":"web is slow"}""").ShouldBe(passes);
    }

    private static bool Passes(string skill, string call) =>
        Judge(Authored(skill), call, ("kubectl.list", Listed), ("kubectl.list", Pods), ("kubectl.logs", "slow")) is null;
}
