namespace Legator.Cli.Audit;

/// <summary>Files of the audit commands; what is wrong with one is said in the caller's terms.</summary>
internal static class AuditFile
{
    public static FileStream Create(string path, CliEnvironment environment) => Guard(path, () => File.Create(Path.Combine(environment.CurrentDirectory, path)));

    public static StreamReader Open(string path, CliEnvironment environment) => Guard(path, () => new StreamReader(Path.Combine(environment.CurrentDirectory, path)));

    public static string Read(string path, CliEnvironment environment) => Guard(path, () => File.ReadAllText(Path.Combine(environment.CurrentDirectory, path)));

    private static T Guard<T>(string path, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path}: {e.Message}", ExitCodes.Usage);
        }
    }
}
