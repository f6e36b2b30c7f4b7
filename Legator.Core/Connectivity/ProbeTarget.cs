using System.Diagnostics.CodeAnalysis;

namespace Legator.Core.Connectivity;

/// <summary>Where an endpoint is dialled.</summary>
/// <param name="Host">Host name or address.</param>
/// <param name="Port">TCP port.</param>
public sealed record ProbeTarget(string Host, int Port)
{
    /// <summary>Reads a URL; the port follows from the scheme where the URL names none.</summary>
    /// <param name="url">As the environment names it.</param>
    /// <param name="target">Where to dial.</param>
    /// <param name="problem">Why nobody can say where to dial.</param>
    public static bool TryRead(string url, [NotNullWhen(true)] out ProbeTarget? target, [NotNullWhen(false)] out string? problem)
    {
        (target, problem) = (null, "its url is not absolute");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return false;
        }

        var port = uri.Port > 0 ? uri.Port : DefaultPort(uri.Scheme);
        if (port is null)
        {
            problem = $"its url names no port, and '{uri.Scheme}' has no usual one";
            return false;
        }

        (target, problem) = (new ProbeTarget(uri.IdnHost, port.Value), null);
        return true;
    }

    /// <summary>A URL as it may be shown: without user, password and query.</summary>
    public static string Shown(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : "(no url)";

    private static int? DefaultPort(string scheme) => scheme switch
    {
        "https" or "wss" => 443,
        "http" or "ws" => 80,
        "ssh" or "sftp" => 22,
        "postgres" or "postgresql" => 5432,
        "mysql" or "mariadb" => 3306,
        "redis" => 6379,
        _ => null,
    };
}
