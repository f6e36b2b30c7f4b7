namespace Legator.LocalCluster;

/// <summary>Where the local cluster keeps its data and listens.</summary>
public sealed record LocalClusterOptions
{
    /// <summary>The directory of its data; made if need be.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Port on the loopback address; 0 takes that of the last start when it is free, else any.</summary>
    public int Port { get; init; }

    /// <summary>The address to listen on. Loopback unless somebody asks for more.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>How long superseded versions of objects can still be watched and paged.</summary>
    public TimeSpan History { get; init; } = TimeSpan.FromMinutes(5);
}
