using System.Runtime.CompilerServices;
using Legator.Core;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills;
using Legator.Runner.Rehearsals;

namespace Legator.Runner.Tests.Rehearsals;

/// <summary>Every skill that comes with the product or its examples has a rehearsal that shows all of its action sheet.</summary>
public sealed class ShippedSkillsTests
{
    private static readonly Dictionary<string, SkillFiles> Examples = ReadExamples();

    public static TheoryData<string> Names => [.. BundledSkills.Names, .. Examples.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rehearsal_OfShippedSkill_IsAsExpectedAndShowsTheWholeSheet(string name)
    {
        var reading = SkillReader.Read(new SkillRef { Name = name, Source = "bundled" }, Examples.GetValueOrDefault(name) ?? BundledSkills.Find(name, out _)!);
        var report = await SkillRehearsal.PlayAsync(new RehearsalCast(reading.Skill.ShouldNotBeNull(string.Join("\n", reading.Problems))), TestContext.Current.CancellationToken);

        report.Scenes.ShouldNotBeEmpty();
        report.Scenes.SelectMany(scene => scene.Deviations.Select(deviation => $"{scene.Name}: {deviation}")).ShouldBeEmpty();
        report.Coverage.Where(entry => entry.Calls == 0).Select(entry => entry.Id).ShouldBeEmpty();
        report.Scenes.SelectMany(scene => scene.Calls).Where(call => call.Unanswered).Select(call => $"{call.Tool} {call.Arguments}").ShouldBeEmpty();
    }

    private static Dictionary<string, SkillFiles> ReadExamples() =>
        Directory.EnumerateFiles(Path.Combine(Here(), "..", "..", "..", "examples"), "*.yaml", SearchOption.AllDirectories)
            .SelectMany(file => Yaml.ParseAll(File.ReadAllText(file)))
            .Where(document => (string?)document["kind"] == "ConfigMap" && document["data"]?[SkillFiles.MarkdownName] is not null)
            .ToDictionary(map => (string)map["metadata"]!["name"]!, map => SkillFiles.FromConfigMap("m", map["data"]!.AsObject().ToDictionary(field => field.Key, field => (string)field.Value!), SkillFiles.MarkdownName, out _)!);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
