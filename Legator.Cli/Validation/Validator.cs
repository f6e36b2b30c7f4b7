using Legator.Cli.Skills;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills;
using Legator.Core.Skills.Remote;

namespace Legator.Cli.Validation;

/// <summary>Looks at everything under some paths, without a cluster.</summary>
internal static class Validator
{
    /// <exception cref="CliException">There is no such file or folder.</exception>
    public static ValidationReport Validate(IEnumerable<string> places, CliEnvironment environment)
    {
        var input = new ValidationInput(environment);
        foreach (var place in places)
        {
            input.Add(place);
        }

        var ours = input.Manifests.Where(ObjectChecks.Look).ToList();
        var skills = new List<Skill>();
        var problems = new List<ValidationProblem>(input.Problems);
        foreach (var folder in input.Skills)
        {
            problems.AddRange(ReadSkill(folder, environment, skills));
        }

        new CrossChecks(ours, skills).Look();
        problems.AddRange(ours.SelectMany(manifest => manifest.Problems));
        return new ValidationReport(
            input.Files,
            ours.Count + input.Skills.Count,
            input.Manifests.Count - ours.Count,
            [.. problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line ?? 0).ThenBy(problem => problem.Field, StringComparer.Ordinal)]);
    }

    private static List<ValidationProblem> ReadSkill(string folder, CliEnvironment environment, List<Skill> skills)
    {
        try
        {
            var files = SkillFolderFiles.Read(environment, folder);
            var reading = SkillReader.Read(new SkillRef { Name = SkillFolderFiles.NameOf(environment, folder), Source = folder }, SkillFiles.FromFolder(folder, files));
            skills.AddRange(reading.Skill is { } skill ? [skill] : []);
            return [.. reading.Problems.Concat(Fixtures(files)).Select(problem => Of(folder, problem)), .. reading.Warnings.Select(problem => Of(folder, problem) with { IsWarning = true })];
        }
        catch (Exception exception) when (exception is SkillSourceException or CliException)
        {
            return [new ValidationProblem(folder, "", exception.Message)];
        }
    }

    private static IEnumerable<SkillProblem> Fixtures(IReadOnlyDictionary<string, byte[]> files) =>
        files.Where(file => file.Key.StartsWith(RehearsalFixtures.Folder + "/", StringComparison.Ordinal) && file.Key.EndsWith(".yaml", StringComparison.Ordinal)).SelectMany(file =>
        {
            RehearsalFixtures.Read(file.Key, System.Text.Encoding.UTF8.GetString(file.Value), out var problems);
            return problems;
        });

    private static ValidationProblem Of(string folder, SkillProblem problem) => new($"{folder.TrimEnd('/')}/{problem.File}", problem.Field, problem.Message) { Line = problem.Line };
}
