namespace Legator.Runner.Tools.Aws;

internal enum AwsKind
{
    Text,
    Number,
    Flag,
    Time,
    Map,
    Any,
    Structure,
    List,
}
