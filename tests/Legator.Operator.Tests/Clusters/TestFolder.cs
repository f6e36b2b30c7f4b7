namespace Legator.Operator.Tests.Clusters;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legator-operator-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public void Dispose()
    {
        folder.Delete(recursive: true);
    }
}
