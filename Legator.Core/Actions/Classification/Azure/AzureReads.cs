using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Azure;

/// <summary>Every command of the Azure command line that is known to look only. What is not in here is no read, however it ends: <c>keyvault secret show</c> hands out a secret, <c>aks get-credentials</c> writes a file.</summary>
internal static class AzureReads
{
    private static readonly FrozenSet<string> All = new[] { AzurePlatformReads.Table, AzureResourceReads.Table }
        .SelectMany(table => table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(line => line.Split(": "))
        .SelectMany(line => line[1].Split(' ').Select(command => line[0] == "az" ? command : $"{line[0]} {command}"))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a command that only looks.</summary>
    /// <param name="command">Groups and command, lower-case, one blank between.</param>
    public static bool Contains(string command) => All.Contains(command);
}
