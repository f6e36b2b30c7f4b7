using CsCheck;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Guardrails.Patterns;

namespace Legator.Core.Tests.Guardrails.Patterns;

/// <summary>The index must give what trying every pattern on every spelling would give.</summary>
public sealed class PatternIndexTests
{
    private const string Tool = "kubectl.get";

    private static readonly Gen<string> Pattern = Among(
        "kubectl.get", "kubectl.delete", "KUBECTL", " ", " ", "*", "*", "get", "list", "restart", "read", "service-mutation", "pods", "pod", "po", "deployments.apps",
        "deploy", "secrets", "/", "/", "web", "web-1", "-n", " -n ", "demo", "prod", "--replicas=0", "é").Array[1, 9].Select(string.Concat);

    private static readonly Gen<string> Entry = Gen.Frequency((2, Pattern), (1, Pattern.Select(p => "kubectl.get " + p)), (1, Pattern.Select(p => p + " -n demo")), (1, Pattern.Select(p => "*" + p + "*")));

    private static readonly Gen<ProposedAction> Action = Gen.Select(
        Among("get", "list", "restart", "delete", "scale"),
        Among("pods", "deployments", "secrets", "nodes"),
        Among<string?>(null, "web", "web-1", "POD", "é"),
        Among<string?>(null, "demo", "prod"),
        (verb, kind, name, place) => Calls.Kube(verb, kind, name, place, verb == "scale" ? 0 : null));

    [Fact]
    public void Find_AnyPatterns_CoversWhatOneOfThemCovers() =>
        Gen.Select(Entry.List[0, 12], Action).Sample((patterns, action) =>
            new ActionPatterns(patterns).FindCovering(Tool, action) >= 0 == patterns.Any(p => Subjects(action).Any(new Glob(p).Matches)), iter: 20_000);

    [Fact]
    public void Find_AnyPatterns_TouchesWhatOneOfThemTouches() =>
        Gen.Select(Entry.List[0, 12], Action).Sample((patterns, action) =>
            new ActionPatterns(patterns).FindTouching(Tool, action) >= 0 == patterns.Any(p => Touches(new Glob(p), action)), iter: 20_000);

    [Fact]
    public void Find_TheEntryThatIsNamed_IsOneThatMatches() =>
        Gen.Select(Entry.List[1, 12], Action).Sample((patterns, action) =>
            new ActionPatterns(patterns).FindTouching(Tool, action) is var found && (found < 0 || Touches(new Glob(patterns[found]), action)), iter: 5_000);

    [Fact]
    public void Covering_AnySheet_GivesWhatEveryEntryAloneWouldGive() =>
        Gen.Select(Gen.Select(Among(Tool, "kubectl.*", "*", "ssh.exec"), Entry.Null()).List[0, 12], Action).Sample((entries, action) =>
        {
            var sheet = entries.Select((e, i) => new DeclaredAction($"e{i}", e.Item1, RiskTier.Read) { TargetPattern = e.Item2 }).ToList();
            var expected = sheet.Where(e => Declares(e, action)).Select(e => e.Id);
            ActionSheetIndex.Build(sheet).Covering(Tool, action).Select(e => e.Id).ShouldBe(expected);
        }, iter: 20_000);

    [Fact]
    public void Covering_EntriesInAnotherOrder_AreTheSame() =>
        Gen.Select(Entry.Null().List[0, 12].SelectMany(e => Gen.Shuffle(Enumerable.Range(0, e.Count).ToArray()).Select(o => (Entries: e, Order: o))), Action).Sample((sheet, action) =>
        {
            var entries = sheet.Entries.Select((e, i) => new DeclaredAction($"e{i}", Tool, RiskTier.Read) { TargetPattern = e }).ToList();
            var shuffled = sheet.Order.Select(i => entries[i]);
            ActionSheetIndex.Build(shuffled).Covering(Tool, action).Select(e => e.Id).Order(StringComparer.Ordinal)
                .ShouldBe(ActionSheetIndex.Build(entries).Covering(Tool, action).Select(e => e.Id).Order(StringComparer.Ordinal));
        });

    [Fact]
    public void Find_LongTargets_AreReadToTheirEnd()
    {
        var target = new CanonicalTarget(new string('x', 5000) + " end");
        var action = new ProposedAction("ssh", "run", target, RiskTier.Read);
        new ActionPatterns(["ssh.exec *xx end"]).FindCovering("ssh.exec", action).ShouldBe(0);
        new ActionPatterns(["ssh.exec *xx en"]).FindCovering("ssh.exec", action).ShouldBe(-1);
    }

    private static bool Declares(DeclaredAction entry, ProposedAction action)
    {
        var pattern = string.IsNullOrWhiteSpace(entry.TargetPattern) ? null : new Glob(entry.TargetPattern);
        var named = pattern is not null && pattern.Pattern.Split(' ', '/').Any(w => action.Target.KindNames.Contains(w, StringComparer.OrdinalIgnoreCase));
        return new Glob(entry.Tool).Matches(Tool)
            && (!action.Guarded || named)
            && (pattern is null || action.Target.Spellings.SelectMany(s => new[] { s, $"{action.Verb} {s}" }).Any(pattern.Matches));
    }

    private static bool Touches(Glob glob, ProposedAction action) =>
        Subjects(action).Any(glob.Matches) || (action.Target.Collection && Subjects(action).Any(glob.Overlaps));

    private static IEnumerable<string> Subjects(ProposedAction action) =>
    [
        Tool, $"{Tool} {action.Verb}", $"{Tool} {action.Tier.WireName()}",
        .. action.Target.Spellings.SelectMany(s => new[] { $"{Tool} {s}", $"{Tool} {action.Verb} {s}", $"{Tool} {action.Tier.WireName()} {s}" }),
    ];

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
