using Legator.Core.Actions.Classification.Aws;

namespace Legator.Core.Tests.Actions.Classification.Aws;

public sealed class AwsReadsTests
{
    private static readonly string[] Verbs =
        ["describe", "list", "get", "head", "lookup", "search", "batch", "filter", "query", "scan", "count", "check", "estimate", "validate", "simulate", "discover", "select", "download", "tail", "start", "decode", "ls", "transact", "is", "view", "test"];

    private static readonly string[] Tables = [AwsComputeReads.Table, AwsStorageReads.Table, AwsNetworkReads.Table, AwsSecurityReads.Table, AwsOperationsReads.Table, AwsApplicationReads.Table];

    [Fact]
    public void Table_Operation_BeginsWithAVerbOfReading()
    {
        foreach (var words in string.Join('\n', Tables).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            var verbs = words[1] == "=" ? words.Skip(2).Select(w => w.Split('-')[0]) : [words[1]];
            verbs.ShouldBeSubsetOf(Verbs, string.Join(' ', words));
        }
    }

    [Theory]
    [InlineData("secretsmanager", "get-secret-value")]
    [InlineData("s3api", "get-object")]
    [InlineData("sts", "get-session-token")]
    [InlineData("lambda", "get-function")]
    [InlineData("ecr", "get-authorization-token")]
    [InlineData("sqs", "receive-message")]
    [InlineData("glue", "get-connections")]
    [InlineData("s3", "cp")]
    public void Contains_WhatHandsOutOrWrites_IsNot(string service, string operation) => AwsReads.Contains(service, operation).ShouldBeFalse();
}
