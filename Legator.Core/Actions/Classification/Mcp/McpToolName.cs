using System.Text;

namespace Legator.Core.Actions.Classification.Mcp;

/// <summary>Names of MCP tools, <c>mcp.server.tool</c>. Characters that other names do not have are written as <c>%XX</c> of their UTF-8 bytes, so every name can be read back and none looks like another.</summary>
public static class McpToolName
{
    /// <summary>What every name begins with.</summary>
    public const string Prefix = "mcp.";

    /// <summary>Longest name that is used.</summary>
    public const int MaxLength = 200;

    /// <summary>The name of a tool.</summary>
    /// <param name="server">Name of the server in the environment.</param>
    /// <param name="tool">The server's own name of the tool; Unicode without half characters.</param>
    public static string Of(string server, string tool) => $"{PrefixOf(server)}{Written(tool, dots: true)}";

    /// <summary>What the names of all tools of a server begin with.</summary>
    public static string PrefixOf(string server) => $"{Prefix}{Written(server, dots: false)}.";

    /// <summary>The server and the tool that a name stands for; null when it is none of ours.</summary>
    public static (string Server, string Tool)? Read(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || name.IndexOf('.', Prefix.Length) is var dot && (dot <= Prefix.Length || dot == name.Length - 1))
        {
            return null;
        }

        return (Uri.UnescapeDataString(name[Prefix.Length..dot]), Uri.UnescapeDataString(name[(dot + 1)..]));
    }

    private static string Written(string text, bool dots)
    {
        var written = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'-' or (byte)'/' || (dots && value == '.'))
            {
                written.Append((char)value);
            }
            else
            {
                written.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return written.ToString();
    }
}
