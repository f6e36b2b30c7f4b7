namespace Legator.Cli.Versions;

internal sealed record VersionReport(string Version);
