namespace Legator.Cli.Connection;

internal static class ApiQuery
{
    /// <summary>A path with those of the parameters that have a value.</summary>
    public static string Build(string path, params (string Name, string? Value)[] parameters)
    {
        var given = parameters.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return given.Count == 0 ? path : $"{path}?{string.Join('&', given)}";
    }
}
