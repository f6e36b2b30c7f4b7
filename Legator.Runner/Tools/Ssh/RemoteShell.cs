using System.Globalization;

namespace Legator.Runner.Tools.Ssh;

/// <summary>
/// How a judged line is handed to a host. It is always read by bash, whose grammar the line was judged by: in another shell the same characters can mean another thing.
/// The shell says its process group first, so that the line can be ended with everything that it started: many servers ignore the signals of the protocol, and a closed channel ends nothing.
/// </summary>
internal static class RemoteShell
{
    private const string Sign = "legator-group:";

    /// <summary>What is sent to the host.</summary>
    public static string Line(string command) =>
        $"exec bash -c 'echo {Sign}$$ >&2\n{command.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>What ends a group, first kindly.</summary>
    public static string End(int group) =>
        string.Create(CultureInfo.InvariantCulture, $"kill -TERM -- -{group}; for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 -- -{group} 2>/dev/null || exit 0; sleep 0.1; done; kill -KILL -- -{group}");

    /// <summary>Takes the group off the beginning of the error output.</summary>
    /// <returns>The error output of the line itself; unchanged when the shell did not come so far.</returns>
    public static string Strip(string errors, out int? group)
    {
        group = null;
        var end = errors.IndexOf('\n', StringComparison.Ordinal);
        if (!errors.StartsWith(Sign, StringComparison.Ordinal) || end < 0 || !int.TryParse(errors.AsSpan(Sign.Length, end - Sign.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return errors;
        }

        group = id > 1 ? id : null;
        return errors[(end + 1)..];
    }
}
