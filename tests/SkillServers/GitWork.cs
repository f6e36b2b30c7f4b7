namespace Legator.Tests.SkillServers;

/// <summary>A repository that a test writes by git itself, below the folder that a server serves.</summary>
internal sealed class GitWork(string folder)
{
    private const string Author = "author";

    public string Folder { get; } = folder;

    public static async Task<GitWork> CreateAsync(string root, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        var work = new GitWork(folder);
        await work.GitAsync("init", "-q", "-b", "main");
        return work;
    }

    public Task<string> GitAsync(params string[] arguments) => ToolRun.OutputAsync("git", Folder, arguments);

    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Writes a skill into a folder.</summary>
    public void WriteSkill(string path, string words, string? sheet = null)
    {
        Write(Path.Combine(path, "SKILL.md"), SkillText.Markdown(words));
        Write(Path.Combine(path, "actions.yaml"), sheet ?? SkillText.Sheet);
    }

    /// <summary>Commits everything.</summary>
    /// <returns>The commit.</returns>
    public async Task<string> CommitAsync(string message = Author)
    {
        await GitAsync("add", "-A");
        await GitAsync("commit", "-q", "--allow-empty", "-m", message);
        return await GitAsync("rev-parse", "HEAD");
    }
}
