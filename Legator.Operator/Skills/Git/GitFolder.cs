using Legator.Core.Skills;
using Legator.Core.Skills.Remote;
using LibGit2Sharp;

namespace Legator.Operator.Skills.Git;

/// <summary>The skill in a commit: plain files below plain folders. A link or a submodule on the way is refused, because it leads out of what was named.</summary>
internal static class GitFolder
{
    private static readonly string[] Names = [SkillFiles.MarkdownName, SkillFiles.ActionsName, SkillFiles.RehearsalName];

    public static IReadOnlyDictionary<string, byte[]> Read(Repository repository, Commit commit, GitAddress address)
    {
        var tree = commit.Tree;
        var passed = "";
        foreach (var segment in address.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            passed = passed.Length == 0 ? segment : $"{passed}/{segment}";
            tree = Entry(tree, segment) switch
            {
                null => throw SkillSourceException.Refusing($"{address.Host}/{address.Repository} has no folder {passed} at {commit.Sha}"),
                { Mode: Mode.Directory, Target: Tree inner } => inner,
                var entry => throw SkillSourceException.Refusing($"{passed} in {address.Host}/{address.Repository} is {Kind(entry)} and no folder"),
            };
        }

        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            if (Entry(tree, name) is { } entry)
            {
                files[name] = Content(repository, commit, entry, address);
            }
        }

        return files;
    }

    private static TreeEntry? Entry(Tree tree, string name) => tree.FirstOrDefault(entry => entry.Name == name);

    private static byte[] Content(Repository repository, Commit commit, TreeEntry entry, GitAddress address)
    {
        if (entry is not { Mode: Mode.NonExecutableFile or Mode.ExecutableFile or Mode.NonExecutableGroupWritableFile, TargetType: TreeEntryTargetType.Blob })
        {
            throw SkillSourceException.Refusing($"{entry.Name} in {address.Host}/{address.Repository} is {Kind(entry)} and no plain file");
        }

        // Asked for before it is unpacked.
        if (repository.ObjectDatabase.RetrieveObjectMetadata(entry.Target.Id).Size > SkillFiles.MostBytes)
        {
            throw SkillSourceException.Refusing($"{entry.Name} is larger than {SkillFiles.MostBytes / 1024} KiB at {commit.Sha}");
        }

        using var content = ((Blob)entry.Target).GetContentStream();
        using var read = new MemoryStream();
        content.CopyTo(read);
        return read.ToArray();
    }

    private static string Kind(TreeEntry entry) => entry.Mode switch
    {
        Mode.SymbolicLink => "a symbolic link",
        Mode.GitLink => "a submodule",
        Mode.Directory => "a folder",
        _ => "a file",
    };
}
