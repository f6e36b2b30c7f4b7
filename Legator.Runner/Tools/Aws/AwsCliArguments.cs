using System.ComponentModel;

namespace Legator.Runner.Tools.Aws;

internal sealed record AwsCliArguments
{
    [Description("Service as the aws command line names it, e.g. ec2, s3api, rds, cloudwatch.")]
    public required string Service { get; init; }

    [Description("Operation, e.g. describe-instances. help lists what there is.")]
    public required string Command { get; init; }

    [Description("Options as on the aws command line, e.g. --instance-ids i-1 i-2 --filters \"Name=tag:env,Values=prod\". Region, profile and endpoint are the environment's.")]
    public string? Args { get; init; }
}
