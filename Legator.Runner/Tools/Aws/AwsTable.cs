using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Legator.Runner.Tools.Aws;

/// <summary>The services and operations that requests can be built for: one file a service beside the code, read when it is asked for first.</summary>
internal static class AwsTable
{
    private const string Folder = "aws/";

    private static readonly FrozenSet<string> Names = typeof(AwsTable).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..^4]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, AwsService> Read = new(StringComparer.Ordinal);

    /// <summary>Names of all services.</summary>
    public static IEnumerable<string> Services => Names.Order(StringComparer.Ordinal);

    /// <summary>The service; null when there is none of that name.</summary>
    public static AwsService? Find(string service) => Names.Contains(service) ? Read.GetOrAdd(service, Load) : null;

    private static AwsService Load(string service)
    {
        using var stream = typeof(AwsTable).Assembly.GetManifestResourceStream($"{Folder}{service}.txt")!;
        using var reader = new StreamReader(stream);
        var head = reader.ReadLine()!.Split(' ');
        var settings = head.Skip(1).Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => s[1]);
        var protocol = Enum.Parse<AwsProtocol>(head[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        return new AwsService
        {
            Protocol = protocol,
            Version = settings["version"],
            Host = settings["host"],
            Signs = settings["signs"],
            Region = settings.GetValueOrDefault("region"),
            Target = settings.GetValueOrDefault("target", ""),
            Json = settings.GetValueOrDefault("json", "1.1"),
            Operations = Rows(reader).Select(r => r.Split(' ')).ToFrozenDictionary(r => r[0], r => Operation(r, protocol is AwsProtocol.RestJson or AwsProtocol.RestXml), StringComparer.Ordinal),
        };
    }

    private static IEnumerable<string> Rows(StreamReader reader)
    {
        while (reader.ReadLine() is { } row)
        {
            yield return row;
        }
    }

    private static AwsOperation Operation(string[] row, bool rest) => new(
        row[1],
        rest ? row[2] : "POST",
        rest ? row[3] : "/",
        row.Skip(rest ? 4 : 2).Select(AwsShapes.Parameter).ToDictionary(p => p.Name, StringComparer.Ordinal));
}
