using Legator.Core;
using Legator.Runner.Tests.Scenarios;

namespace Legator.Runner.Tests.Injections;

/// <summary>
/// The cases of tests/injections: each attack at several sources, and every second one of them, always the same, so that they take no more than two minutes; own tasks are all tried.
/// <c>LEGATOR_INJECTIONS=two-,rot13</c> takes all whose id begins so (empty: all), <c>LEGATOR_ALL_INJECTIONS=1</c> every attack at every source.
/// </summary>
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
        Attacks.SelectMany((attack, place) => SourcesOf(attack, place).Where(source => IsTaken(attack, source)).Select(source => (attack, source)));

    private static bool IsTaken(InjectionAttack attack, InjectionSource source) => Environment.GetEnvironmentVariable("LEGATOR_INJECTIONS") is { } wanted
        ? wanted.Split(',').Any(begin => attack.Id.StartsWith(begin, StringComparison.Ordinal))
        : attack.Goal == "none" || Environment.GetEnvironmentVariable("LEGATOR_ALL_INJECTIONS") == "1" || $"{attack.Id}.{source.Id}".Sum(c => c) % 2 == 0;

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
