using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Legator.Runner.Tools.Mcp;

/// <summary>A server that runs beside the runner, in a folder of its own, and ends with the run whatever it is doing.</summary>
internal sealed class McpProcess : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly TimeProvider _time;
    private readonly Task _errors;

    private McpProcess(Process process, DirectoryInfo folder, TimeProvider time)
    {
        (_process, _folder, _time) = (process, folder, time);

        // Somebody must read what it says, or it would wait for ever to say it; servers log secrets, so nobody keeps it.
        _errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>What the server reads.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>What the server says.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Starts a server.</summary>
    /// <exception cref="McpProblemException">It cannot be started.</exception>
    public static McpProcess Start(McpServer server, IReadOnlyDictionary<string, string> variables, TimeProvider time)
    {
        var folder = Directory.CreateTempSubdirectory("legator-mcp-");
        var start = new ProcessStartInfo(server.Spec.Command!, server.Spec.Args)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = start.Environment["TMPDIR"] = folder.FullName;
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            return new McpProcess(Process.Start(start)!, folder, time);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            folder.Delete(recursive: true);
            throw new McpProblemException($"'{McpText.Line(server.Spec.Command!, 60)}' cannot be started on this runner: {McpText.Line(e.Message, 120)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // The end of its input is how a server learns that it is no longer needed.
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(Grace, _time);
        }
        catch (Exception e) when (e is TimeoutException or IOException or InvalidOperationException)
        {
            Try(() => _process.Kill(entireProcessTree: true));
        }

        EndLeftovers();
        await _errors.WaitAsync(Grace, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();

        // What cannot be deleted is in the way of nobody: the folder has a name of its own.
        Try(() => _folder.Delete(recursive: true));
    }

    // What a server started and left behind has another parent by now, and is known by the home that it was given.
    private void EndLeftovers()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var mark = Encoding.UTF8.GetBytes($"HOME={_folder.FullName}\0");
        foreach (var id in Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0))
        {
            Try(() =>
            {
                if (File.ReadAllBytes($"/proc/{id}/environ").AsSpan().IndexOf(mark) >= 0)
                {
                    using var left = Process.GetProcessById(id);
                    left.Kill();
                }
            });
        }
    }

    // Processes end, and belong to others, while they are looked at.
    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // There is nothing left to end.
        }
    }
}
