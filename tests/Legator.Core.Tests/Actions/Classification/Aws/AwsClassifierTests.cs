using System.Text.Json;
using CsCheck;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Aws;

namespace Legator.Core.Tests.Actions.Classification.Aws;

public sealed class AwsClassifierTests
{
    [Theory]
    [InlineData("ec2 describe-instances --instance-ids i-1 i-2", RiskTier.Read)]
    [InlineData("--output json ec2 describe-instances", RiskTier.Read)]
    [InlineData("ec2 wait instance-running", RiskTier.Read)]
    [InlineData("moon wait landing", RiskTier.DestructiveMutation)]
    [InlineData("ec2 get-password-data", RiskTier.DestructiveMutation)]
    [InlineData("s3api get-object --bucket b --key k out", RiskTier.DestructiveMutation)]
    [InlineData("iam generate-credential-report", RiskTier.ServiceMutation)]
    [InlineData("dynamodb delete-table", RiskTier.DataMutation)]
    [InlineData("ec2", RiskTier.DestructiveMutation)]
    [InlineData("", RiskTier.DestructiveMutation)]
    public void Classify_Line_HasTier(string line, RiskTier tier) =>
        AwsClassifier.Classify(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Tier.ShouldBe(tier);

    [Fact]
    public void Classify_Secret_MustBeNamedByASheet()
    {
        var action = AwsClassifier.Classify(["ssm", "get-parameter", "--name", "/p", "--with-decryption"]);
        action.Guarded.ShouldBeTrue();
        action.Target.KindNames.ShouldBe(["get-parameter"]);
        AwsClassifier.Classify(["ssm", "get-parameter", "--name", "/p"]).Guarded.ShouldBeFalse();
    }

    [Theory]
    [InlineData("--profile")]
    [InlineData("--endpoint-url=http://169.254.169.254")]
    [InlineData("--no-sign")]
    [InlineData("--ca-bundle")]
    [InlineData("--filters=file:///etc/shadow")]
    public void Classify_WhatTheEnvironmentSays_MayNotBeSaid(string word) =>
        AwsClassifier.Classify(["ec2", "describe-instances", word, "x"]).BlockedBecause.ShouldNotBeNull();

    [Fact]
    public void Classify_Region_IsOpenToReadsAlone()
    {
        AwsClassifier.Classify(["ec2", "describe-instances", "--region", "eu-west-1"]).BlockedBecause.ShouldBeNull();
        AwsClassifier.Classify(["ec2", "stop-instances", "--region", "eu-west-1"]).BlockedBecause.ShouldNotBeNull();
    }

    [Fact]
    public void Classify_AnyWordsInAnyArgument_AreJudgedInTheirOrder() =>
        Gen.Select(Gen.OneOf("s3 rb s3://b", "ec2 terminate-instances", "dynamodb delete-table", "kms schedule-key-deletion"), Gen.Int[0, 2], Gen.OneOf("", "--debug", "--output json", "--no-paginate")).Sample((line, place, option) =>
        {
            var words = $"{option} {line}".Trim().Split(' ');
            var (first, second) = (words.Take(place), words.Skip(place));
            var arguments = JsonSerializer.SerializeToElement(new { service = string.Join(' ', first), args = string.Join(' ', second) });
            return StandardClassifiers.Classify("aws.cli", arguments, ClassificationContext.Empty).Tier >= RiskTier.DestructiveMutation;
        });

    [Fact]
    public void Classify_AnyText_NeverThrows() =>
        Gen.Select(Gen.String, Gen.String[Gen.Char["-=ar's3 \"\\;|&$(){}`\n"], 0, 60]).Sample((service, args) =>
        {
            StandardClassifiers.Classify("aws.cli", JsonSerializer.SerializeToElement(new { service, args }), ClassificationContext.Empty);
        });
}
