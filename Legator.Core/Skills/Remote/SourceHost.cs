using System.Globalization;
using System.Text.RegularExpressions;

namespace Legator.Core.Skills.Remote;

/// <summary>The server of a repository or registry.</summary>
/// <param name="Name">Its name or address, lower case; an IPv6 address in brackets.</param>
/// <param name="Port">Its port; null for the one of the protocol.</param>
public sealed partial record SourceHost(string Name, int? Port)
{
    /// <summary>Reads <c>host</c> or <c>host:port</c>; null for anything else, user names too.</summary>
    public static SourceHost? TryParse(string text)
    {
        if (Shape().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var port = match.Groups["port"] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : (int?)null;
        return port is < 1 or > 65535 ? null : new SourceHost(match.Groups["name"].Value.ToLowerInvariant(), port);
    }

    /// <summary>True when a pattern of the settings means this server: a name, <c>*.suffix</c> or <c>*</c>, with a port where only that one is meant.</summary>
    public bool Matches(string pattern)
    {
        var (name, port) = pattern.LastIndexOf(':') is > 0 and var colon && !pattern.EndsWith(']') ? (pattern[..colon], pattern[(colon + 1)..]) : (pattern, "*");
        return (port == "*" || port == Port?.ToString(CultureInfo.InvariantCulture))
            && (name == "*" || name.Equals(Name, StringComparison.OrdinalIgnoreCase) || (name.StartsWith("*.", StringComparison.Ordinal) && Name.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase)));
    }

    /// <inheritdoc/>
    public override string ToString() => Port is { } port ? string.Create(CultureInfo.InvariantCulture, $"{Name}:{port}") : Name;

    [GeneratedRegex(@"^(?<name>[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?|\[[0-9a-fA-F:.]{2,45}\])(:(?<port>[0-9]{1,5}))?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
