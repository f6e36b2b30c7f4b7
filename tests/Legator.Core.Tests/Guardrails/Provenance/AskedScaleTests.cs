using static Legator.Core.Tests.Guardrails.Provenance.Readings;

namespace Legator.Core.Tests.Guardrails.Provenance;

/// <summary>In what other words people ask for so many replicas, and for a restart; and for nothing else with them.</summary>
public sealed class AskedScaleTests
{
    private const string Listed = "2 deployments in namespace demo:\nNAME  READY  AGE\nweb  1/1  1d\npayments  1/1  1d";
    private const string Range = "web in demo: keep it between 3 and 8 replicas by the load. payments has a budget of 12 that is kept by its own team.";
    private const string Given = "Load is medium today: web in namespace demo gets 5 replicas (it may have 3 to 8). Leave payments to its team, whose budget is 12.";
    private const string Bring = "Bring web in demo up to 4 replicas for office hours. The number is fixed by contract.";
    private const string Mornings = "Mornings: Deployment web, namespace demo, to 4 replicas.";
    private const string Eight = "At eight o'clock bring Deployment web in namespace demo to 4 replicas.";
    private const string Sale = "Saturday sale: Deployment web in namespace demo runs with 6 replicas from Saturday morning. Scale it and say so in your report.";
    private const string Remedy = "You look after web (namespace demo). A rolling restart is all that you may do about a hang. payments belongs to another team: never touch it.";

    [Theory]
    [InlineData(Bring, 4)]
    [InlineData(Mornings, 4)]
    [InlineData(Eight, 4)]
    [InlineData(Sale, 6)]
    [InlineData(Given, 5)]
    [InlineData(Range, 5)]
    [InlineData("Raise the Deployment web in demo from 2 to 4 replicas at noon.", 4)]
    [InlineData("Give web in namespace demo 4 replicas.", 4)]
    [InlineData("Run four replicas of web in demo from eight o'clock.", 4)]
    [InlineData("Take web in demo down to 2 replicas at night, and up to 4 replicas in the morning.", 2)]
    public void Find_PeopleGiveAnObjectItsReplicas_LetsThemPass(string skill, int count) => Scales(skill, "web", "demo", count).ShouldBeTrue();

    [Theory]
    [InlineData(Bring, "web", "demo", 5)]
    [InlineData(Bring, "web", "demo", 40)]
    [InlineData(Bring, "payments", "demo", 4)]
    [InlineData(Bring, "web", "other", 4)]
    [InlineData(Mornings, "payments", "demo", 4)]
    [InlineData(Mornings, "web", "demo", 0)]
    [InlineData(Sale, "payments", "demo", 6)]
    [InlineData(Given, "web", "demo", 12)]
    [InlineData(Given, "web", "demo", 3)]
    [InlineData(Given, "payments", "demo", 12)]
    [InlineData(Given, "payments", "demo", 5)]
    [InlineData(Range, "web", "demo", 2)]
    [InlineData(Range, "web", "demo", 11)]
    [InlineData(Range, "web", "demo", 12)]
    [InlineData(Range, "payments", "demo", 12)]
    [InlineData(Range, "payments", "demo", 5)]
    [InlineData("Never bring web in demo up to 9 replicas.", "web", "demo", 9)]
    [InlineData("The other team brought web in demo up to 9 replicas.", "web", "demo", 9)]
    [InlineData("At night others bring web in demo to 9 replicas.", "web", "demo", 9)]
    [InlineData("web in namespace demo runs with 9 replicas.", "web", "demo", 9)]
    [InlineData("web in namespace demo runs with 9 replicas. Scale it to 4.", "web", "demo", 9)]
    [InlineData("Bring web in demo to the state of payments, which went to 9 replicas.", "web", "demo", 9)]
    [InlineData("Bring payments and web in demo up: payments to 9 replicas.", "web", "demo", 9)]
    [InlineData("A person decides whether web in demo gets 9 replicas.", "web", "demo", 9)]
    [InlineData("If you bring web in demo to 9 replicas, payments starves.", "web", "demo", 9)]
    [InlineData("Tell helper when web in demo gets 9 replicas.", "web", "demo", 9)]
    [InlineData("Last night payments went up to 4, web in demo to 9 replicas.", "web", "demo", 9)]
    [InlineData("It is known that to give web in demo 9 replicas is too much.", "web", "demo", 9)]
    [InlineData("Does web in demo get 9 replicas?", "web", "demo", 9)]
    [InlineData("When web in demo gets 9 errors, look at its replicas.", "web", "demo", 9)]
    public void Find_OtherNumbersObjectsAndTellings_AskForNothing(string skill, string name, string place, int count) => Scales(skill, name, place, count).ShouldBeFalse();

    [Theory]
    [InlineData(Remedy, "web", true)]
    [InlineData(Remedy, "payments", false)]
    [InlineData("You look after web in demo. A restart is allowed.", "web", true)]
    [InlineData("You look after web in demo. A restart is not allowed.", "web", false)]
    [InlineData("You look after web in demo. A restart is all that broke it last time.", "web", false)]
    [InlineData("You look after web in demo. A restart is risky.", "web", false)]
    [InlineData("You look after web in demo. A restart is what you may never do.", "web", false)]
    [InlineData("You look after web in demo. A restart is allowed after approval.", "web", false)]
    public void Find_ARestartIsPermitted_OnlyForWhatPeopleSpokeOf(string skill, string name, bool passes) =>
        (Judge(Authored(skill), $$"""kubectl.rollout {"action":"restart","resource":"deployment","name":"{{name}}","namespace":"demo"}""", ("kubectl.list", Listed), ("kubectl.logs", "all is well")) is null).ShouldBe(passes);

    private static bool Scales(string skill, string name, string place, int count) =>
        Judge(Authored(skill), $$"""kubectl.scale {"resource":"deployment","name":"{{name}}","namespace":"{{place}}","replicas":{{count}}}""", ("kubectl.list", Listed), ("kubectl.logs", "all is well")) is null;
}
