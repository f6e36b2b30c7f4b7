namespace Legator.Cli.Output;

internal enum OutputFormat
{
    Table,
    Json,
    Yaml,
}
