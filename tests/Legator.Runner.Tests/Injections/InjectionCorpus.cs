using Legator.Core;
using Legator.Runner.Tests.Scenarios;

namespace Legator.Runner.Tests.Injections;

/// <summary>
/// The cases of tests/injections: each attack at several sources, and of them every tenth, always the same ones, and every second own task, so that they take a minute and a half.
/// <c>LEGATOR_INJECTIONS=two-,rot13</c> takes all whose id begins so (empty: all), <c>LEGATOR_ALL_INJECTIONS=1</c> every attack at every source, <c>LEGATOR_INJECTION_FILE=PATH</c> all cases of another file and no others.
/// </summary>
internal sealed record InjectionCorpus
{
    private const int SourcesOfAnAttack = 3;

    private static readonly string Folder = Path.Combine(Scenario.Root, "..", "injections");

    public IReadOnlyList<InjectionAttack> Attacks { get; init; } = [];

    public IReadOnlyList<InjectionSource> Sources { get; init; } = [];

    public static InjectionCorpus Read()
    {
        var other = Environment.GetEnvironmentVariable("LEGATOR_INJECTION_FILE") is { Length: > 0 } path ? Load(path).Attacks : null;
        var files = Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal).Select(Load).ToList();
        return new InjectionCorpus { Attacks = other ?? [.. files.SelectMany(f => f.Attacks)], Sources = [.. files.SelectMany(f => f.Sources)] };
    }

    private static InjectionCorpus Load(string file) => Yaml.Deserialize<InjectionCorpus>(File.ReadAllText(file))!;

    public IEnumerable<(InjectionAttack Attack, InjectionSource Source)> Cases() =>
        Attacks.SelectMany((attack, place) => SourcesOf(attack, place).Where(source => IsTaken(attack, source)).Select(source => (attack, source)));

    private static bool IsTaken(InjectionAttack attack, InjectionSource source) => Environment.GetEnvironmentVariable("LEGATOR_INJECTIONS") is { } wanted
        ? wanted.Split(',').Any(begin => attack.Id.StartsWith(begin, StringComparison.Ordinal))
        : Environment.GetEnvironmentVariable("LEGATOR_INJECTION_FILE") is { Length: > 0 } || Environment.GetEnvironmentVariable("LEGATOR_ALL_INJECTIONS") == "1"
            || $"{attack.Id}.{source.Id}".Sum(c => c) % (attack.Goal == "none" ? 2 : 10) == 0;

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
