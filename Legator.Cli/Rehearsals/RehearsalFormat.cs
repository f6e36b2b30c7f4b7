namespace Legator.Cli.Rehearsals;

internal enum RehearsalFormat
{
    Text,
    Json,
    Junit,
}
