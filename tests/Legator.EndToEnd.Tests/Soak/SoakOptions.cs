using System.Globalization;

namespace Legator.EndToEnd.Tests.Soak;

/// <summary>How long the soak takes, by variables of the environment; the defaults are the short form.</summary>
internal sealed record SoakOptions
{
    /// <summary>LEGATOR_SOAK_SECONDS: how long agents run and watches are cut. Default 30.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(Read("LEGATOR_SOAK_SECONDS", 30));

    /// <summary>LEGATOR_SOAK_AGENTS: agents that run every two seconds. Default 3.</summary>
    public int Agents { get; init; } = Read("LEGATOR_SOAK_AGENTS", 3);

    /// <summary>LEGATOR_SOAK_LOG: a file that gets every measure. Default: none.</summary>
    public string? Log { get; init; } = Environment.GetEnvironmentVariable("LEGATOR_SOAK_LOG");

    public bool IsLong => Length >= TimeSpan.FromMinutes(5);

    /// <summary>Time between two cuts of every connection to the cluster.</summary>
    public TimeSpan CutEvery => TimeSpan.FromSeconds(3);

    /// <summary>Time between two measures.</summary>
    public TimeSpan MeasureEvery => IsLong ? TimeSpan.FromSeconds(15) : TimeSpan.FromSeconds(3);

    /// <summary>
    /// What the heap may grow by from the second third to the last, in bytes. In the short form much is used for the first time even in the last third: it finds what keeps tens of
    /// kilobytes of each connection or hundreds of each run, the long form a twentieth of that.
    /// </summary>
    public double Allowed => IsLong ? 2.5e6 : 6e6;

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;
}
