namespace Legator.Runner.Credentials.Vault;

/// <summary>Paths of Vault's API, made of what people write into specs.</summary>
internal static class VaultPath
{
    /// <summary>The parts as one path; a part may have segments of its own, which can neither be empty nor lead up.</summary>
    public static string Of(params IEnumerable<string> parts) =>
        string.Join('/', parts.SelectMany(p => p.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(s => s is not "." and not "..").Select(Uri.EscapeDataString));
}
