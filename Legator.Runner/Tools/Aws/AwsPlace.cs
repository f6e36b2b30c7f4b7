namespace Legator.Runner.Tools.Aws;

internal enum AwsPlace
{
    Body,
    Path,
    Query,
    Header,
}
