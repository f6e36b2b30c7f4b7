namespace Legator.Core.Tests;

/// <summary>Finds files of the working copy that the tests were built from.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(string path) => Path.Combine(Root, path);

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Legator.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"no folder above {folder} holds Legator.sln");
    }
}
