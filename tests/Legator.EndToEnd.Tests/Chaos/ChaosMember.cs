using System.Globalization;
using Legator.Backends.Tests.Servers;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>One process of the distributed set, with a way of its own to every server, and its fate.</summary>
internal sealed class ChaosMember(string name, string project, IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, TcpFaultProxy> links) : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(45);
    private readonly List<string> _past = [];
    private RunningProcess? _process;

    public string Name { get; } = name;

    /// <summary>Where it serves health and metrics.</summary>
    public string Url => settings["ASPNETCORE_URLS"];

    /// <summary>The ways to the servers, by name.</summary>
    public IReadOnlyDictionary<string, TcpFaultProxy> Links { get; } = links;

    /// <summary>Processes that ended without having been told to.</summary>
    public List<string> Deaths { get; } = [];

    /// <summary>The end of what each of its lives said.</summary>
    public string Output => string.Join('\n', _past.Append(Tail()));

    /// <summary>Number of its process.</summary>
    public int Id => _process!.Id;

    public void Start() => _process = RunningProcess.Start(ProductBuild.Program(project), [], settings);

    public async Task KillAsync()
    {
        NoteDeath();
        await _process!.KillAsync();
        await BuryAsync();
    }

    /// <summary>Asks it to end, as Kubernetes does, and waits until it has.</summary>
    public async Task TerminateAsync()
    {
        NoteDeath();
        await _process!.SignalAsync("TERM");
        await Eventually.IsTrueAsync($"{Name} ends after SIGTERM:\n{Tail()}\n", () => _process.HasExited, LongestStop);
        await BuryAsync();
    }

    public Task PauseAsync() => _process!.SignalAsync("STOP");

    public Task GoOnAsync() => _process!.SignalAsync("CONT");

    public void NoteDeath()
    {
        if (_process is { HasExited: true } dead)
        {
            Deaths.Add(string.Create(CultureInfo.InvariantCulture, $"{Name} ended by itself with exit code {dead.ExitCode}:\n{Tail()}"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        foreach (var link in Links.Values)
        {
            await link.DisposeAsync();
        }
    }

    private async Task BuryAsync()
    {
        _past.Add(Tail());
        await _process!.DisposeAsync();
    }

    private string Tail()
    {
        var lines = _process?.Output.Split('\n') ?? [];
        return string.Join('\n', lines.TakeLast(40).Select(line => $"  {Name}: {line}"));
    }
}
