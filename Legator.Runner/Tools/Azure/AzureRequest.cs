using System.Text.RegularExpressions;

namespace Legator.Runner.Tools.Azure;

/// <summary>A request to Azure Resource Manager. The subscription is still to be put in: only the environment's credential knows it.</summary>
/// <param name="Method">Method.</param>
/// <param name="PathAndQuery">Path and query, with <c>{subscription}</c>.</param>
internal sealed partial record AzureRequest(string Method, string PathAndQuery)
{
    private const string Subscription = "subscription";

    private static readonly (string Written, string Wanted)[] Also = [("server", "server-name"), ("metric", "metrics"), ("vault", "vault-name"), ("namespace", "namespace-name")];

    /// <summary>Builds the request of a command.</summary>
    /// <exception cref="ToolInputException">An option is missing or unknown, or its value cannot stand where it belongs.</exception>
    public static AzureRequest Build(AzureCommand command, AzureLine line)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var question = command.Path.IndexOf('?', StringComparison.Ordinal);
        line = Renamed(command, line);
        var path = Filled(Optional(question < 0 ? command.Path : command.Path[..question], line), line, used, inQuery: false);
        var pieces = (question < 0 ? [] : command.Path[(question + 1)..].Split('&')).Select(p => Optional(p, line)).Where(p => Places(p).All(line.Options.ContainsKey)).Select(p => Filled(p, line, used, inQuery: true)).ToList();
        var version = command.Version.StartsWith('{') ? Filled(command.Version, line, used, inQuery: true) : command.Version;
        if (line.Options.Keys.FirstOrDefault(o => !used.Contains(o)) is { } unknown)
        {
            throw AzureLine.Invalid($"'{line.Command}' takes no option --{unknown} here.", $"It takes {string.Join(", ", Places(command.Path + command.Version).Where(p => p != Subscription).Distinct().Select(p => "--" + p))}.");
        }

        return new AzureRequest(command.Method, $"{path}?{string.Join('&', pieces.Append($"api-version={version}"))}");
    }

    /// <summary>The request in a subscription.</summary>
    /// <exception cref="ToolInputException">It names a resource of another one.</exception>
    public string In(string subscription)
    {
        var whole = PathAndQuery.Replace($"{{{Subscription}}}", subscription, StringComparison.Ordinal);
        return whole.StartsWith($"/subscriptions/{subscription}/", StringComparison.OrdinalIgnoreCase) || whole.StartsWith($"/subscriptions/{subscription}?", StringComparison.OrdinalIgnoreCase)
            ? whole
            : throw AzureLine.Invalid("The resource is not in the environment's subscription.", "Its id begins with /subscriptions/ and that subscription.");
    }

    // What the command line lets people write for an option that goes by another name here.
    private static AzureLine Renamed(AzureCommand command, AzureLine line)
    {
        var wanted = Places(command.Path + command.Version).ToHashSet(StringComparer.Ordinal);
        var names = Also.Where(a => wanted.Contains(a.Wanted) && !wanted.Contains(a.Written) && !line.Options.ContainsKey(a.Wanted)).ToDictionary(a => a.Written, a => a.Wanted);
        return names.Count == 0 ? line : line with { Options = line.Options.ToDictionary(o => names.GetValueOrDefault(o.Key, o.Key), o => o.Value) };
    }

    private static IEnumerable<string> Places(string template) => Place().Matches(template).Select(m => m.Groups[1].Value);

    private static string Optional(string template, AzureLine line) =>
        Bracketed().Replace(template, m => Places(m.Value).All(line.Options.ContainsKey) ? m.Groups[1].Value : "");

    private static string Filled(string template, AzureLine line, HashSet<string> used, bool inQuery) => Place().Replace(template, m =>
    {
        var name = m.Groups[1].Value;
        if (name == Subscription)
        {
            return m.Value;
        }

        used.Add(name);
        var value = line.Options.GetValueOrDefault(name) ?? throw AzureLine.Invalid($"The option --{name} is missing.");
        return inQuery ? Uri.EscapeDataString(value.Replace("'", "''", StringComparison.Ordinal)) : name is "resource" or "ids" ? Id(name, value) : Segment(name, value);
    });

    private static string Segment(string name, string value) =>
        value.Length > 0 && value is not ("." or "..") && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '(' or ')' or ' ')
            ? Uri.EscapeDataString(value)
            : throw AzureLine.Invalid($"The option --{name} holds what cannot stand in a path.");

    private static string Id(string name, string value) =>
        value.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) && value.Length < 2000
            ? '/' + string.Join('/', value[1..].TrimEnd('/').Split('/').Select(s => Segment(name, s)))
            : throw AzureLine.Invalid($"The option --{name} takes the id of a resource, which begins with /subscriptions/.");

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\[([^\[\]]*)\]")]
    private static partial Regex Bracketed();
}
