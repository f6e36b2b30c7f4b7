namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Tells commands by their path.</summary>
internal static class CommandPaths
{
    private static readonly string[] System = ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/", "/usr/local/bin/", "/usr/local/sbin/", "/snap/bin/"];

    /// <summary>The command's name: without the directory when that is one of the system's; as written otherwise, which no table knows.</summary>
    public static string NameOf(string command)
    {
        if (!command.Contains('/', StringComparison.Ordinal))
        {
            return command;
        }

        foreach (var directory in System)
        {
            if (command.StartsWith(directory, StringComparison.Ordinal) && command.IndexOf('/', directory.Length) < 0 && command.Length > directory.Length)
            {
                return command[directory.Length..];
            }
        }

        return command;
    }
}
