using Legator.Core.Resources.Agents;
using Legator.Core.Skills;

namespace Legator.Cli.Guardrails;

/// <summary>The skills that an agent names, as far as this machine has them: bundled ones, and folders.</summary>
internal static class SkillFolders
{
    public static IReadOnlyList<Skill> Load(LegatorAgent agent, IReadOnlyList<string> folders, CliEnvironment environment)
    {
        var given = folders.Select(folder => Read(folder, environment)).ToList();
        var named = agent.Spec.Skills.Where(reference => !given.Exists(skill => skill.Name == reference.Name)).ToList();
        var elsewhere = named.Where(reference => !IsBundled(reference)).ToList();
        return elsewhere.Count > 0 && given.Count == 0
            ? throw new CliException($"the skill '{elsewhere[0].Name}' comes from {elsewhere[0].Source}, which is not on this machine: give its folder by --skill")
            : [.. given, .. named.Except(elsewhere).Select(ReadBundled)];
    }

    private static Skill Read(string folder, CliEnvironment environment)
    {
        var path = Path.Combine(environment.CurrentDirectory, folder);
        if (!File.Exists(Path.Combine(path, SkillFiles.MarkdownName)))
        {
            throw new CliException($"--skill {folder}: there is no {SkillFiles.MarkdownName} in it");
        }

        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        var files = new SkillFiles(Text(path, SkillFiles.MarkdownName)!, Text(path, SkillFiles.ActionsName), Text(path, SkillFiles.RehearsalName));
        return Accept(SkillReader.Read(new SkillRef { Name = name, Source = folder }, files), folder);
    }

    private static bool IsBundled(SkillRef reference) => SkillSource.TryParse(reference, out _)?.Kind == SkillSourceKind.Bundled;

    private static Skill ReadBundled(SkillRef reference) =>
        BundledSkills.Find(reference.Name, out var problem) is { } files
            ? Accept(SkillReader.Read(reference, files), reference.Source)
            : throw new CliException($"spec.skills: {problem}");

    private static Skill Accept(SkillReading reading, string source) =>
        reading.Skill ?? throw new CliException($"{source}: {string.Join("; ", reading.Problems)}");

    private static string? Text(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
