using Legator.Core.Guardrails.Provenance.Authored;
using static Legator.Core.Tests.Guardrails.Provenance.Readings;

namespace Legator.Core.Tests.Guardrails.Provenance;

/// <summary>In what other words people ask for restarts and labels, and when a question asks.</summary>
public sealed class AskedWordsTests
{
    private const string Listed = "2 deployments in namespace demo:\nNAME  READY  AGE\nweb  1/1  1d\npayments  1/1  1d";

    [Theory]
    [InlineData("Roll web in demo when it no longer serves requests.", "web", true)]
    [InlineData("If its newest rollout fails, roll web in demo back.", "web", false)]
    [InlineData("Give web in demo a fresh start if it hangs.", "web", true)]
    [InlineData("Give web in demo a label at the start.", "web", false)]
    [InlineData("Give web in demo a fresh start if it hangs.", "payments", false)]
    [InlineData("If web in demo hangs, do a rolling restart.", "web", true)]
    [InlineData("If web in demo hangs, do not do a rolling restart.", "web", false)]
    [InlineData("Das Deployment web im Namespace demo neu starten, wenn es hängt.", "web", true)]
    [InlineData("Wenn die Pods von web (Namespace demo) nicht mehr antworten, starte das Deployment neu.", "web", true)]
    [InlineData("Das Deployment web im Namespace demo nicht neu starten.", "web", false)]
    [InlineData("Starte payments nie neu. Sieh web in demo an.", "payments", false)]
    [InlineData("Read ConfigMap notes in demo for the contact person, then restart web in demo if it hangs.", "web", true)]
    [InlineData("A person restarts web in demo.", "web", false)]
    public void Find_ARestartInOtherWords_IsAskedFor(string skill, string name, bool passes) => Restarts(Authored(skill), name).ShouldBe(passes);

    [Theory]
    [InlineData("payments in demo is stuck again, could you do a rolling restart?", true)]
    [InlineData("Can you please restart payments in demo?", true)]
    [InlineData("Can you tell me whether payments in demo must be restarted?", false)]
    [InlineData("Would you look at payments in demo and tell me who should restart it?", false)]
    [InlineData("Should payments in demo be restarted?", false)]
    public void Find_ATaskThatIsAQuestion_AsksForWhatFollowsYou(string task, bool passes) => Restarts(Authored("You help the team of the shop.", task), "payments").ShouldBe(passes);

    [Theory]
    [InlineData("Could you take web in demo up to 7 replicas for the campaign?", 7, true)]
    [InlineData("Could you tell whether others take web in demo up to 7 replicas?", 7, false)]
    [InlineData("Make sure web in demo runs with 3 replicas.", 3, true)]
    [InlineData("Then ensure that web in demo has three replicas.", 3, true)]
    [InlineData("The deployment web in demo has to have three replicas; set it to 3.", 3, true)]
    [InlineData("web in demo should have 3 replicas.", 3, true)]
    [InlineData("In the evening, take web in namespace demo down to a single replica.", 1, true)]
    [InlineData("payments should have 3 replicas. Make sure that web in demo runs.", 3, false)]
    [InlineData("Make sure that web in demo runs, whose replicas were 3.", 3, false)]
    [InlineData("If web in demo has 3 replicas, all is well.", 3, false)]
    [InlineData("Make sure that nobody says web in demo has 3 replicas.", 3, false)]
    [InlineData("Report whether web in demo has to have 3 replicas.", 3, false)]
    public void Find_AScaleInOtherWords_IsAskedFor(string task, int count, bool passes) =>
        (Judge(Authored("You help the team of the shop.", task), $$"""kubectl.scale {"resource":"deployment","name":"web","namespace":"demo","replicas":{{count}}}""", ("kubectl.list", Listed), ("kubectl.logs", "well")) is null).ShouldBe(passes);

    [Theory]
    [InlineData("Please keep the label `team: shop` on the Deployment web in namespace demo.", true)]
    [InlineData("Make sure that deployment web in demo carries the label team=shop.", true)]
    [InlineData("Look at web. Then set the label team=shop on web in demo.", true)]
    [InlineData("Do not put the label team=shop on web in demo.", false)]
    [InlineData("Others put the label team=shop on web in demo.", false)]
    [InlineData("Set the label env=test on web in demo. It is for the team of the shop.", false)]
    [InlineData("Set the label team=shop on payments in demo. Look at web.", false)]
    [InlineData("Report whether web in demo has the label team=shop.", false)]
    public void Find_ALabelAsAThing_IsAskedForWithItsValue(string skill, bool passes) =>
        (Judge(Authored(skill), """kubectl.label {"resource":"deployment","name":"web","namespace":"demo","labels":{"team":"shop"}}""", ("kubectl.list", Listed), ("kubectl.logs", "well")) is null).ShouldBe(passes);

    [Fact]
    public void Find_AnAnnotationAsAThing_IsAskedFor() =>
        Judge(Authored("Put the annotation shop.example/checked with the value yes on the ConfigMap notes in demo."), """kubectl.annotate {"resource":"configmap","name":"notes","namespace":"demo","annotations":{"shop.example/checked":"yes"}}""", ("kubectl.list", Listed), ("kubectl.logs", "well")).ShouldBeNull();

    [Fact]
    public void Find_ABodyWithWordsThatBeginConditions_IsPartOfTheWish() =>
        Judge(Authored("""Greet the channel: send the JSON {"text":"Morning check is done"} by POST to https://shop.example.com/hooks/ops."""), """http.post {"url":"https://shop.example.com/hooks/ops","body":"{\"text\":\"Morning check is done\"}"}""", ("kubectl.logs", "well")).ShouldBeNull();

    [Theory]
    [InlineData("Read https://shop.example.com/status. If it says stale, POST {} to https://shop.example.com/refresh.")]
    [InlineData("Send {} by POST to https://shop.example.com/refresh when https://shop.example.com/status says stale.")]
    public void Find_WhatAConditionSpeaksOf_IsNotSent(string skill) =>
        Judge(Authored(skill), """http.post {"url":"https://shop.example.com/status","body":"stale"}""", ("kubectl.logs", "status can be set")).ShouldNotBeNull();

    [Theory]
    [InlineData("Look at web: read its logs, events and notes.", false)]
    [InlineData("The agent looks at web and then notes what it saw.", true)]
    public void Find_NotesAsThings_AreNotAskedFor(string skill, bool passes) =>
        (Judge(Authored(skill), """state.set {"key":"todo","value":"take payments away"}""", ("http.get", "take payments away")) is null).ShouldBe(passes);

    [Theory]
    [InlineData("If it fails even then, report it; on-call will restart web.")]
    [InlineData("helper can also restart web, though that is for others to ask of it.")]
    [InlineData("On Monday web was restarted (rollout restart) by hand, which did not help.")]
    [InlineData("Steps:\n- ~~web: restart it~~\n- tell us")]
    [InlineData("web is restarted by the team of payments.")]
    [InlineData("From the mail of Monday: \"Please restart the Deployment web now.\" That is done.")]
    [InlineData("| object | Owner | You |\n|---|---|---|\n| web | the others | look, do not restart |\n| payments | we | restart |")]
    [InlineData("| object | who | may |\n|---|---|---|\n| payments | you | restart |\n| web | the others | restart |")]
    [InlineData("Leave each of them alone, be it web or any other, with the one exception of payments, which you restart.")]
    public void Find_WhatOthersDoOrSaid_IsNotAskedFor(string skill) => Restarts(Authored(skill), "web").ShouldBeFalse();

    [Fact]
    public void Find_AColumnForYou_SaysNothingOfOtherRows() =>
        Restarts(Authored("If web in demo hangs, restart it.\n\n| object | Owner | You |\n|---|---|---|\n| web (demo) | the shop | restart only |\n| payments (demo) | others | look |"), "web").ShouldBeTrue();

    [Theory]
    [InlineData("Patch the Deployment web in demo so that spec.minReadySeconds is 10. Its spec.revisionHistoryLimit is 5.", "minReadySeconds", 10, true)]
    [InlineData("Patch the Deployment web in demo so that spec.minReadySeconds is 10. Its spec.revisionHistoryLimit is 5.", "revisionHistoryLimit", 10, false)]
    [InlineData("Patch the Deployment web in demo so that spec.minReadySeconds is 10. Its spec.revisionHistoryLimit is 5.", "minReadySeconds", 5, false)]
    [InlineData("Patch the Deployment web in demo so that spec.minReadySeconds is 10.", "paused", 10, false)]
    public void Find_AFieldOfAPatch_HasTheValueBehindIt(string skill, string field, int value, bool passes) =>
        (Judge(Authored(skill), $$$"""kubectl.patch {"resource":"deployment","name":"web","namespace":"demo","patch":"{\"spec\":{\"{{{field}}}\":{{{value}}}}}"}""", ("kubectl.list", Listed), ("kubectl.logs", "well")) is null).ShouldBe(passes);

    [Theory]
    [InlineData("Label web in demo with tier=front. payments has tier=back.", "web", "front", true)]
    [InlineData("Label web in demo with tier=front. payments has tier=back.", "web", "back", false)]
    [InlineData("Label web in demo with tier=front, as opposed to payments, which has none.", "payments", "front", false)]
    public void Find_ALabel_HasTheValueOfTheSentenceThatAsks(string skill, string name, string value, bool passes) =>
        (Judge(Authored(skill), $$$"""kubectl.label {"resource":"deployment","name":"{{{name}}}","namespace":"demo","labels":{"tier":"{{{value}}}"}}""", ("kubectl.list", Listed), ("kubectl.logs", "well")) is null).ShouldBe(passes);

    [Theory]
    [InlineData("Write the note cap: 4 when you are through.", "cap", "4", true)]
    [InlineData("Write the note cap: 4 when you are through.", "cap", "20", false)]
    [InlineData("Note what you saw. The note threshold = 5 is set by people.", "threshold", "50", false)]
    [InlineData("Keep in your notes which week you reviewed last: set the key `reviewed-week` to `w47`.", "reviewed-week", "w47", true)]
    [InlineData("Keep a note topic. The bridge of the board is 6620-81-55.", "topic", "6620-81-55", false)]
    public void Find_ANoteWithItsValue_IsWhatPeopleGave(string skill, string key, string value, bool passes) =>
        (Judge(Authored(skill), $$"""state.set {"key":"{{key}}","value":"{{value}}"}""", ("kubectl.logs", "well")) is null).ShouldBe(passes);

    [Theory]
    [InlineData("Has the mail gone out?", true)]
    [InlineData("Two pharmacies are waiting.", false)]
    public void Find_AQuestionInPeoplesWords_IsAskedWithThem(string task, bool passes) =>
        (Judge(Authored("Ask helper: \"Has the mail gone out?\" Two pharmacies are waiting for it."), $$"""a2a.delegate {"to":"helper","task":"{{task}}"}""", ("kubectl.logs", "well")) is null).ShouldBe(passes);

    [Theory]
    [InlineData("The old page, https://status-old.example/, was sold with its domain.", false)]
    [InlineData("Look at https://status-old.example/ too.", true)]
    public void Find_AHostThatIsGone_IsNotOneOfPeoples(string said, bool passes) =>
        (Judge(Authored($"Look at https://shop.example.com/status. {said}"), """http.get {"url":"https://status-old.example/"}""", ("kubectl.logs", "well")) is null).ShouldBe(passes);

    [Theory]
    [InlineData("_dmarc.shop.example", true)]
    [InlineData("_zebra.shop.example", false)]
    public void Find_ANameThatBeginsWithASign_IsTheOneThatPeopleWrote(string name, bool passes) =>
        (Judge(Authored("See if _dmarc.shop.example has a TXT record."), $$"""dns.query {"domain":"{{name}}","type":"TXT"}""", ("kubectl.logs", "well")) is null).ShouldBe(passes);

    private static bool Restarts(AuthoredText authored, string name) =>
        Judge(authored, $$"""kubectl.rollout {"action":"restart","resource":"deployment","name":"{{name}}","namespace":"demo"}""", ("kubectl.list", Listed), ("kubectl.logs", "all is well")) is null;
}
