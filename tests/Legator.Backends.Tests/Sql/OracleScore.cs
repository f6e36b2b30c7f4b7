namespace Legator.Backends.Tests.Sql;

/// <summary>How often a server and the classifier were of one mind.</summary>
internal sealed class OracleScore
{
    public List<string> Misses { get; } = [];

    public List<string> Alarms { get; } = [];

    public List<string> Broken { get; } = [];

    public int Judged { get; set; }

    public int Allowed { get; set; }

    public int CalledRead { get; set; }
}
