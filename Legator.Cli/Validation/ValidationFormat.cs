namespace Legator.Cli.Validation;

internal enum ValidationFormat
{
    Text,
    Json,
}
