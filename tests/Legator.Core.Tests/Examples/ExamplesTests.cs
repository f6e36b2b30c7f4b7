using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Scheduling;
using Legator.Core.Skills;
using Legator.Core.Tests.Crds;

namespace Legator.Core.Tests.Examples;

public sealed class ExamplesTests
{
    private const string Group = "legator.io/";

    public static TheoryData<string> Resources => [.. ExampleFile.All.Where(IsOurs).Select(file => file.ToString())];

    public static TheoryData<string> Agents => [.. ExampleFile.Of<LegatorAgent>().Select(agent => agent.File.ToString())];

    public static TheoryData<string> SkillMaps => [.. ExampleFile.All.Where(file => file.Kind == "ConfigMap").Select(file => file.ToString())];

    [Fact]
    public void Examples_AreAllThere()
    {
        ExampleFile.Of<LegatorAgent>().Count(agent => !agent.File.Path.Contains("quickstart")).ShouldBe(34);
        ExampleFile.Of<LegatorEnvironment>().Count().ShouldBe(11);
        SkillMaps.Count.ShouldBe(19);
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Resource_Read_FitsItsTypeWithoutUnknownFields(string name)
    {
        Should.NotThrow(() => Find(name).Read());
    }

    [Theory]
    [MemberData(nameof(Agents))]
    public void Agent_Schedule_IsSound(string name)
    {
        var agent = Agent(name);

        Schedule.Parse(agent.Spec.Schedule).Errors.ShouldBeEmpty();
        GoDuration.TryParse(agent.Spec.Model.Timeout, out _, out var error).ShouldBeTrue(error);
        GoDuration.TryParse(agent.Spec.Guardrails.ApprovalTimeout, out _, out error).ShouldBeTrue(error);
    }

    [Theory]
    [MemberData(nameof(Agents))]
    public void Agent_Environment_IsAmongTheExamples(string name)
    {
        ExampleFile.Of<LegatorEnvironment>().ShouldContain(environment => environment.File.Name == Agent(name).Spec.EnvironmentRef);
    }

    [Theory]
    [MemberData(nameof(Agents))]
    public void Agent_Skill_CanBeRead(string name)
    {
        foreach (var reference in Agent(name).Spec.Skills)
        {
            SkillReader.Read(reference, Files(reference)).Problems.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Agents))]
    public void Agent_AllowedActions_CoverToolsOfItsSkillOnly(string name)
    {
        var spec = Agent(name).Spec;
        var tools = spec.Skills.SelectMany(skill => SkillReader.Read(skill, Files(skill)).Skill!.Actions!.Actions).Select(action => action.Tool).ToHashSet();

        spec.Guardrails.AllowedActions.Select(pattern => pattern.Split(' ')[0]).ShouldAllBe(tool => tools.Any(known => tool.EndsWith('*') ? known.StartsWith(tool.TrimEnd('*')) : known == tool));
    }

    [Theory]
    [MemberData(nameof(SkillMaps))]
    public void SkillMap_Read_HasNoProblemsAndNoWarnings(string name)
    {
        var map = Find(name);
        var reading = SkillReader.Read(new SkillRef { Name = map.Name, Source = map.Name }, Files(map));

        reading.Problems.ShouldBeEmpty();
        reading.Warnings.ShouldBeEmpty();
        map.Name.ShouldBe("skill-" + reading.Skill!.Name);
    }

    private static bool IsOurs(ExampleFile file) => ((string)file.Document["apiVersion"]!).StartsWith(Group, StringComparison.Ordinal);

    private static ExampleFile Find(string name) => ExampleFile.All.Single(file => file.ToString() == name);

    private static LegatorAgent Agent(string name) => (LegatorAgent)Find(name).Read();

    private static SkillFiles Files(SkillRef reference)
    {
        var source = SkillSource.TryParse(reference, out var problem).ShouldNotBeNull(problem);
        // What the examples have elsewhere is a bundled skill that somebody pushed there.
        return source.Kind == SkillSourceKind.Bundled || source.IsRemote
            ? BundledSkills.Find(source.Name, out problem).ShouldNotBeNull(problem)
            : Files(ExampleFile.All.Single(file => file.Kind == "ConfigMap" && file.Name == source.Name), source.Key);
    }

    private static SkillFiles Files(ExampleFile map, string key = SkillFiles.MarkdownName)
    {
        var data = map.Document["data"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
        return SkillFiles.FromConfigMap(map.Name, data, key, out var problem).ShouldNotBeNull(problem);
    }
}
