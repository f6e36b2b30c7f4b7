using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Aws;

/// <summary>Every operation of the AWS command line that is known to look only. What is not in here is no read, however its name begins: <c>get-secret-value</c> hands out a secret, <c>get-object</c> writes a file.</summary>
internal static class AwsReads
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByService = Parse(
        [AwsComputeReads.Table, AwsStorageReads.Table, AwsNetworkReads.Table, AwsSecurityReads.Table, AwsOperationsReads.Table, AwsApplicationReads.Table]);

    /// <summary>True for a service that is listed.</summary>
    public static bool KnowsService(string service) => ByService.ContainsKey(service);

    /// <summary>True for an operation that only looks.</summary>
    public static bool Contains(string service, string operation) => ByService.TryGetValue(service, out var operations) && operations.Contains(operation);

    private static FrozenDictionary<string, FrozenSet<string>> Parse(IEnumerable<string> tables) =>
        tables.SelectMany(t => t.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .GroupBy(words => words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                service => service.Key,
                service => service.SelectMany(words => words.Skip(2).Select(noun => words[1] == "=" ? noun : $"{words[1]}-{noun}")).ToFrozenSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
}
