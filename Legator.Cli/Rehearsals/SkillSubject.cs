using System.Text.Json.Nodes;
using Legator.Cli.Guardrails;
using Legator.Cli.Skills;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills;
using Legator.Core.Skills.Remote;

namespace Legator.Cli.Rehearsals;

/// <summary>A skill that somebody names on the command line: a folder, a file with the ConfigMap that holds it, or the name of a bundled one.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Place">Where it is, as it was named.</param>
/// <param name="Fixtures">Answers from files of their own.</param>
/// <param name="Warnings">What should be known of it.</param>
internal sealed record SkillSubject(Skill Skill, string Place, IReadOnlyList<RehearsalAnswer> Fixtures, IReadOnlyList<SkillProblem> Warnings)
{
    /// <exception cref="CliException">There is no such skill, or it cannot be used; the message says all of it.</exception>
    public static SkillSubject Load(string place, CliEnvironment environment)
    {
        var path = Path.Combine(environment.CurrentDirectory, place);
        return Directory.Exists(path) ? OfFolder(place, environment)
            : File.Exists(path) ? OfConfigMap(place, null, environment)
            : path.LastIndexOf('#') is var mark and > 0 && File.Exists(path[..mark]) ? OfConfigMap(place[..place.LastIndexOf('#')], path[(mark + 1)..], environment)
            : BundledSkills.Find(place, out _) is { } bundled ? Read(place, place, SkillSourceKind.Bundled.ToString().ToLowerInvariant(), bundled, [])
            : throw new CliException($"{place}: there is no such folder or file, and no bundled skill of that name (there are: {string.Join(", ", BundledSkills.Names)})", ExitCodes.Usage);
    }

    private static SkillSubject OfFolder(string place, CliEnvironment environment)
    {
        try
        {
            var files = SkillFolderFiles.Read(environment, place);
            return Read(SkillFolderFiles.NameOf(environment, place), place, place, SkillFiles.FromFolder(place, files), ReadFixtures(place, files));
        }
        catch (SkillSourceException e)
        {
            throw new CliException($"{place}: {e.Message}", ExitCodes.Usage);
        }
        catch (CliException e)
        {
            throw new CliException(e.Message, ExitCodes.Usage);
        }
    }

    private static SkillSubject OfConfigMap(string place, string? name, CliEnvironment environment)
    {
        var maps = ResourceFile.Read(place, environment).OfType<JsonObject>().Where(document => (string?)document["kind"] == "ConfigMap").ToList();
        var names = maps.Select(NameOf).ToList();
        if (maps.Where(found => name is null || NameOf(found) == name).ToList() is not [var map])
        {
            throw new CliException(
                maps.Count < 2 && name is null ? $"{place}: there is no ConfigMap in it" : $"{place}: name the ConfigMap, as {place}#NAME (there are: {(maps.Count == 0 ? "none" : string.Join(", ", names))})",
                ExitCodes.Usage);
        }

        name = NameOf(map);
        var data = (map["data"] as JsonObject ?? []).ToDictionary(field => field.Key, field => field.Value?.ToString() ?? "");
        return SkillFiles.FromConfigMap(name, data, SkillFiles.MarkdownName, out var problem) is { } files
            ? Read(name, place, $"configmap://{name}", files, [])
            : throw new CliException($"{place}: {problem}", ExitCodes.Usage);
    }

    private static string NameOf(JsonObject map) => map["metadata"]?["name"]?.ToString() ?? "";

    private static List<RehearsalAnswer> ReadFixtures(string place, IReadOnlyDictionary<string, byte[]> files)
    {
        var answers = new List<RehearsalAnswer>();
        var wrong = new List<SkillProblem>();
        foreach (var (name, content) in files.Where(file => file.Key.StartsWith(RehearsalFixtures.Folder + "/", StringComparison.Ordinal) && file.Key.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            answers.AddRange(RehearsalFixtures.Read(name, System.Text.Encoding.UTF8.GetString(content), out var problems));
            wrong.AddRange(problems);
        }

        return wrong.Count == 0 ? answers : throw Refusing(place, wrong);
    }

    private static SkillSubject Read(string name, string place, string source, SkillFiles files, IReadOnlyList<RehearsalAnswer> fixtures)
    {
        var reading = SkillReader.Read(new SkillRef { Name = name, Source = source }, files);
        return reading.Skill is { } skill ? new SkillSubject(skill, place, fixtures, reading.Warnings) : throw Refusing(place, reading.Problems);
    }

    private static CliException Refusing(string place, IEnumerable<SkillProblem> problems) =>
        new($"{place} cannot be used:\n{string.Join("\n", problems.Select(problem => "  " + Told(problem)))}", ExitCodes.Usage);

    /// <summary>A problem as compilers write it.</summary>
    public static string Told(SkillProblem problem) =>
        $"{problem.File}{(problem.Line is { } line ? $":{line}" : "")}: {(problem.Field.Length == 0 ? "" : problem.Field + ": ")}{problem.Message}";
}
