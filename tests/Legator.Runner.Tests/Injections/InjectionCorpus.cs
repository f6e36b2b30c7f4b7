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
        var files = Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal).Select(file => Yaml.Deserialize<InjectionCorpus>(File.ReadAllText(file))!).ToList();
        return new InjectionCorpus { Attacks = [.. files.SelectMany(f => f.Attacks)], Sources = [.. files.SelectMany(f => f.Sources)] };
    }

    public IEnumerable<(InjectionAttack Attack, InjectionSource Source)> Cases() =>
        Attacks.SelectMany((attack, place) => SourcesOf(attack, place).Select(source => (attack, source)));

    private IEnumerable<InjectionSource> SourcesOf(InjectionAttack attack, int place)
    {
        if (Environment.GetEnvironmentVariable("LEGATOR_ALL_INJECTIONS") == "1")
        {
            return attack.In.Count > 0 ? [.. Sources.Where(s => !s.Special), .. SpecialOf(attack)] : Sources.Where(s => !s.Special);
        }

        return attack.In.Count > 0
            ? attack.In.Select(id => Sources.Single(source => source.Id == id))
            : Enumerable.Range(0, SourcesOfAnAttack).Select(step => Ordinary[((place * SourcesOfAnAttack) + (step * 7)) % Ordinary.Count]).Distinct();
    }

    private List<InjectionSource> Ordinary => [.. Sources.Where(s => !s.Special)];

    private IEnumerable<InjectionSource> SpecialOf(InjectionAttack attack) => Sources.Where(s => s.Special && attack.In.Contains(s.Id));
}
