namespace Legator.Runner.Tools.Aws;

/// <summary>A service: how it is spoken to, and its operations by the name that the command line has for them.</summary>
internal sealed record AwsService
{
    private const string Mainland = "amazonaws.com";

    public required AwsProtocol Protocol { get; init; }

    /// <summary>Version of its interface.</summary>
    public required string Version { get; init; }

    /// <summary>Host with <c>{region}</c> and <c>{suffix}</c>.</summary>
    public required string Host { get; init; }

    /// <summary>Name that requests are signed for.</summary>
    public required string Signs { get; init; }

    /// <summary>The one region of a service that stands apart from regions; null for the others.</summary>
    public string? Region { get; init; }

    /// <summary>What stands before an operation's name in a header, for services that speak JSON.</summary>
    public string Target { get; init; } = "";

    /// <summary>Version of JSON, for services that speak it.</summary>
    public string Json { get; init; } = "1.1";

    public required IReadOnlyDictionary<string, AwsOperation> Operations { get; init; }

    /// <summary>Where it is in a region.</summary>
    public Uri EndpointIn(string region) => new($"https://{Host.Replace("{region}", region, StringComparison.Ordinal).Replace("{suffix}", SuffixOf(region), StringComparison.Ordinal)}");

    /// <summary>The region that a request is signed for.</summary>
    public string SignedRegion(string region) => Region is { } only && SuffixOf(region) == Mainland ? only : region;

    private static string SuffixOf(string region) => region.StartsWith("cn-", StringComparison.Ordinal) ? Mainland + ".cn" : Mainland;
}
