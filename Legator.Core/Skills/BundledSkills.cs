using System.Reflection;

namespace Legator.Core.Skills;

/// <summary>The skills that come with the product, from the folder <c>skills</c> of its sources.</summary>
public static class BundledSkills
{
    private const string Prefix = "skills/";

    private static readonly Lazy<IReadOnlyDictionary<string, SkillFiles>> Loaded = new(Load);

    /// <summary>Their names, in order.</summary>
    public static IEnumerable<string> Names => Loaded.Value.Keys;

    /// <summary>The files of one; null with a problem when there is none of that name.</summary>
    public static SkillFiles? Find(string name, out string? problem)
    {
        problem = Loaded.Value.ContainsKey(name) ? null : $"no bundled skill is named '{name}' (there are: {string.Join(", ", Names)})";
        return Loaded.Value.GetValueOrDefault(name);
    }

    private static SortedDictionary<string, SkillFiles> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name.Replace('\\', '/'), name => Read(assembly, name));
        var skills = texts.Keys.Where(path => path.EndsWith("/" + SkillFiles.MarkdownName, StringComparison.Ordinal)).Select(path => path[..path.LastIndexOf('/')]);
        return new SortedDictionary<string, SkillFiles>(
            skills.ToDictionary(
                folder => folder[Prefix.Length..],
                folder => new SkillFiles(
                    texts[$"{folder}/{SkillFiles.MarkdownName}"],
                    texts.GetValueOrDefault($"{folder}/{SkillFiles.ActionsName}"),
                    texts.GetValueOrDefault($"{folder}/{SkillFiles.RehearsalName}"))),
            StringComparer.Ordinal);
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
