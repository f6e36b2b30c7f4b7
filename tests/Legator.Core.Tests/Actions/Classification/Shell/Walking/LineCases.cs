namespace Legator.Core.Tests.Actions.Classification.Shell.Walking;

/// <summary>Files of lines beside the tests.</summary>
internal static class LineCases
{
    public static string[] Read(string name) =>
        File.ReadAllLines(RepositoryFolder.File("tests/Legator.Core.Tests/Actions/Classification/Shell/Walking/" + name));
}
