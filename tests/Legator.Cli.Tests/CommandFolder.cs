namespace Legator.Cli.Tests;

/// <summary>An empty folder to run commands in, in this process, with files as a test writes them.</summary>
public sealed class CommandFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legator-folder-");

    public void Dispose() => _folder.Delete(recursive: true);

    internal async Task<CommandLineRun> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await LegatorCommand.RunAsync(arguments, new CliEnvironment
        {
            Out = output,
            Error = error,
            Variable = _ => null,
            CurrentDirectory = _folder.FullName,
            HomeDirectory = _folder.FullName,
        }, TestContext.Current.CancellationToken);
        return new CommandLineRun(code, output.ToString(), error.ToString());
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(_folder.FullName, path));

    public IEnumerable<string> Files => _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.FullName, file.FullName)).Order(StringComparer.Ordinal);
}
