using System.Collections.Frozen;

namespace Legator.Runner.Tools.Azure;

/// <summary>The commands that requests can be built for; they stand in a file beside the code, a kind of resource or one command a line.</summary>
internal static class AzureTable
{
    private const string Scope = "/subscriptions/{subscription}";
    private const string Group = "/resourceGroups/{resource-group}";

    private static readonly Lazy<FrozenDictionary<string, AzureCommand>> All = new(() => Rows().SelectMany(Read).ToFrozenDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal));

    /// <summary>Groups and command, one blank between.</summary>
    public static IEnumerable<string> Names => All.Value.Keys.Order(StringComparer.Ordinal);

    public static AzureCommand? Find(string command) => All.Value.GetValueOrDefault(command);

    private static IEnumerable<string> Rows()
    {
        using var reader = new StreamReader(typeof(AzureTable).Assembly.GetManifestResourceStream("azure/commands.txt")!);
        while (reader.ReadLine() is { } row)
        {
            yield return row;
        }
    }

    private static IEnumerable<KeyValuePair<string, AzureCommand>> Read(string row)
    {
        var equals = row.IndexOf(" = ", StringComparison.Ordinal);
        if (equals > 0)
        {
            var words = row[(equals + 3)..].Split(' ');
            return [new(row[..equals], new AzureCommand(words[0], words[1], words[2]))];
        }

        var colon = row.IndexOf(": ", StringComparison.Ordinal);
        var kind = row[(colon + 2)..].Split(' ');
        return kind.Skip(2).Select(verb => Of(row[..colon], kind[0], kind[1], verb));
    }

    // Things that lie within another need its group even to be listed.
    private static KeyValuePair<string, AzureCommand> Of(string group, string type, string version, string verb)
    {
        var (name, action) = verb.Split('=') is [var n, var a] ? (n, a) : (verb, verb);
        var nested = type.Contains('{', StringComparison.Ordinal);
        var one = $"{Scope}{Group}/providers/{type}/{{name}}";
        var command = action switch
        {
            "list" => new AzureCommand("GET", $"{Scope}{(nested ? Group : $"[{Group}]")}/providers/{type}", version),
            "show" => new AzureCommand("GET", one, version),
            _ when action.StartsWith("GET:", StringComparison.Ordinal) => new AzureCommand("GET", $"{one}/{action[4..]}", version),
            _ => new AzureCommand("POST", $"{one}/{action}", version),
        };
        return new($"{group} {name}", command);
    }
}
