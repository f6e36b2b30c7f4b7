namespace Legator.Runner.Tools.Aws;

internal enum AwsProtocol
{
    Ec2,
    Query,
    Json,
    RestJson,
    RestXml,
}
