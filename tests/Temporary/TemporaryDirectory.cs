using System.Runtime.CompilerServices;

namespace Legator.Tests.Temporary;

/// <summary>A folder that is gone when its test is over, whatever came of it.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo _folder;

    /// <param name="of">What it is for; stands in its name.</param>
    public TemporaryDirectory([CallerFilePath] string of = "") => _folder = Directory.CreateTempSubdirectory($"{System.IO.Path.GetFileNameWithoutExtension(of).ToLowerInvariant()}-");

    public string Path => _folder.FullName;

    /// <summary>Path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody who is just ending still writes there; it goes with the folder of this run.
        }
    }
}
