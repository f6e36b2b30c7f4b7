using System.Security.Cryptography;
using System.Text;

namespace Legator.Runner.Providers;

/// <summary>Names of tools as every vendor allows them (<c>[a-zA-Z_][a-zA-Z0-9_-]{0,63}</c>), and back. Within one list of tools no two names meet, whatever they look like.</summary>
internal sealed class ToolNames
{
    private const int MaxLength = 64;

    private readonly Dictionary<string, string> _toVendor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fromVendor = new(StringComparer.Ordinal);

    /// <summary>Maps all names that a request speaks of; the result depends on the set alone, so every request of a run says the same.</summary>
    public ToolNames(IEnumerable<string> names)
    {
        foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var vendor = Plain(name);
            vendor = vendor.Length > MaxLength || _fromVendor.ContainsKey(vendor) ? Marked(vendor, name) : vendor;
            _toVendor[name] = vendor;
            _fromVendor[vendor] = name;
        }
    }

    /// <summary>The vendor's name of a tool.</summary>
    public string ToVendor(string name) => _toVendor.GetValueOrDefault(name) ?? Plain(name);

    /// <summary>The tool that the vendor's name stands for; a name that the model made up stays as it is.</summary>
    public string FromVendor(string name) => _fromVendor.GetValueOrDefault(name) ?? name;

    private static string Plain(string name) => name is [var first, ..] && (char.IsAsciiLetter(first) || first == '_') ? Allowed(name) : "_" + Allowed(name);

    private static string Allowed(string name) => string.Create(name.Length, name, static (span, text) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '_' ? text[i] : '_';
        }
    });

    private static string Marked(string vendor, string name)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];
        return $"{vendor[..Math.Min(vendor.Length, MaxLength - 9)]}_{mark}";
    }
}
