using Legator.Core;
using Legator.Runner.Tests.Scenarios;

namespace Legator.Runner.Tests.Injections;

/// <summary>The cases of tests/injections: each attack at several sources. <c>LEGATOR_ALL_INJECTIONS=1</c> takes every attack at every source.</summary>
internal sealed record InjectionCorpus
{
    private const int SourcesOfAnAttack = 3;

    private static readonly string Folder = Path.Combine(Scenario.Root, "..", "injections");

    public IReadOnlyList<InjectionAttack> Attacks { get; init; } = [];

    public IReadOnlyList<InjectionSource> Sources { get; init; } = [];

    public static InjectionCorpus Read()
    {
        var attacks = Yaml.Deserialize<InjectionCorpus>(File.ReadAllText(Path.Combine(Folder, "attacks.yaml")))!;
        return attacks with { Sources = Yaml.Deserialize<InjectionCorpus>(File.ReadAllText(Path.Combine(Folder, "sources.yaml")))!.Sources };
    }

    public IEnumerable<(InjectionAttack Attack, InjectionSource Source)> Cases() =>
        Attacks.SelectMany((attack, place) => SourcesOf(attack, place).Select(source => (attack, source)));

    private IEnumerable<InjectionSource> SourcesOf(InjectionAttack attack, int place)
    {
        if (Environment.GetEnvironmentVariable("LEGATOR_ALL_INJECTIONS") == "1")
        {
            return Sources;
        }

        return attack.In.Count > 0
            ? attack.In.Select(id => Sources.Single(source => source.Id == id))
            : Enumerable.Range(0, SourcesOfAnAttack).Select(step => Sources[((place * SourcesOfAnAttack) + (step * 7)) % Sources.Count]).Distinct();
    }
}
