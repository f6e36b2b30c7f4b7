namespace Legator.Runner.Tools.Sql;

/// <summary>How long databases may take; configuration section <c>Runner:Sql</c>.</summary>
internal sealed class SqlOptions
{
    public const string Section = "Runner:Sql";

    /// <summary>How long a statement may run on its server, 1 s to 5 min. Default: 30 s.</summary>
    public TimeSpan StatementTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection may take until it is open, 1 s to 1 min. Default: 10 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a statement may wait for a lock. Always 5 s.</summary>
    public TimeSpan LockTimeout => TimeSpan.FromSeconds(5);
}
