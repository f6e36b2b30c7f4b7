using System.Globalization;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>How much chaos, and which. Each is set by a variable of the environment; the defaults are the short form.</summary>
internal sealed record ChaosOptions
{
    /// <summary>LEGATOR_CHAOS_RUNS: the faults go on until so many runs have been made, and at least until each kind of fault has come once. Default 50.</summary>
    public int Runs { get; init; } = Read("LEGATOR_CHAOS_RUNS", 50);

    /// <summary>LEGATOR_CHAOS_SEED: which faults come, when, and to whom. Default 20261123.</summary>
    public int Seed { get; init; } = Read("LEGATOR_CHAOS_SEED", 20261123);

    /// <summary>LEGATOR_CHAOS_AGENTS: agents that run by the clock. Half as many are asked by people. Default 12.</summary>
    public int Agents { get; init; } = Read("LEGATOR_CHAOS_AGENTS", 12);

    /// <summary>LEGATOR_CHAOS_INTERVAL: seconds between two slots of an agent. Default 10.</summary>
    public int Interval { get; init; } = Read("LEGATOR_CHAOS_INTERVAL", 10);

    /// <summary>Whether it counts how soon all is over after the last fault: not in the short form, which runs beside whatever else the machine does.</summary>
    public bool IsTimed { get; init; } = Environment.GetEnvironmentVariable("LEGATOR_CHAOS_RUNS") is not null;

    /// <summary>LEGATOR_CHAOS_LOG: a file to which the faults and the verdict are written while they happen. Default: none.</summary>
    public string? Log { get; init; } = Environment.GetEnvironmentVariable("LEGATOR_CHAOS_LOG");

    /// <summary>A claim that is not renewed for so long goes to another runner.</summary>
    public static TimeSpan IdleLimit { get; } = TimeSpan.FromSeconds(6);

    /// <summary>How long the Operator's Lease holds.</summary>
    public static TimeSpan LeaseDuration { get; } = TimeSpan.FromSeconds(4);

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;
}
