using Legator.Core.Skills;
using Legator.Core.Skills.Packages;

namespace Legator.Cli.Skills;

/// <summary>The files of a skill's folder. Links are not followed, and what begins with a dot stays at home: neither was meant to be published.</summary>
internal static class SkillFolderFiles
{
    public static IReadOnlyDictionary<string, byte[]> Read(CliEnvironment environment, string folder)
    {
        var root = new DirectoryInfo(Path.Combine(environment.CurrentDirectory, folder));
        if (!File.Exists(Path.Combine(root.FullName, SkillFiles.MarkdownName)))
        {
            throw new CliException($"{folder}: there is no {SkillFiles.MarkdownName} in it");
        }

        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        long size = 0;
        foreach (var file in Below(root))
        {
            size += file.Length;
            if (size > SkillArchive.MostUnpacked)
            {
                throw new CliException($"{folder}: its files are larger than {SkillArchive.MostUnpacked / (1024 * 1024)} MiB together: leave out what is no part of the skill");
            }

            files[Path.GetRelativePath(root.FullName, file.FullName).Replace('\\', '/')] = File.ReadAllBytes(file.FullName);
        }

        return files;
    }

    /// <summary>Name of the folder.</summary>
    public static string NameOf(CliEnvironment environment, string folder) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(environment.CurrentDirectory, folder))));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.') && entry.LinkTarget is null)
            .SelectMany(entry => entry is DirectoryInfo inner ? Below(inner) : [(FileInfo)entry]);
}
