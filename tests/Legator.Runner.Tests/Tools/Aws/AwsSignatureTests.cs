using Legator.Runner.Tools.Aws;
using Microsoft.AspNetCore.Http;

namespace Legator.Runner.Tests.Tools.Aws;

/// <summary>The vectors that AWS publishes for its signature, put to our signing and to the stand-in that checks it.</summary>
public sealed class AwsSignatureTests
{
    private static readonly AwsAccount Account = new("aws", AwsSite.KeyId, AwsSite.SecretKey, null, "us-east-1", null, null);

    [Theory]
    [InlineData("GET", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "Param2=value2&Param1=value1", "", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("POST", "", "Param1=value1", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    public void Sign_PublishedVector_GivesThePublishedSignature(string method, string query, string body, string signature)
    {
        var headers = body.Length > 0 ? new Dictionary<string, string> { ["content-type"] = "application/x-www-form-urlencoded" } : [];
        var fields = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(q => q.Split('=')).Select(q => KeyValuePair.Create(q[0], q[1])).ToList();
        var signed = AwsSignature.Sign(new AwsRequest(method, "/", fields, headers, body), "example.amazonaws.com", "us-east-1", "service", Account, new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));
        signed["authorization"].ShouldEndWith($"Signature={signature}");
        var arrived = new HeaderDictionary(signed.ToDictionary(h => h.Key, h => new Microsoft.Extensions.Primitives.StringValues(h.Value), StringComparer.OrdinalIgnoreCase));
        AwsSite.Check(method, query.Length > 0 ? $"/?{query}" : "/", arrived, body).Problem.ShouldBeNull();
        AwsSite.Check(method, "/other", arrived, body).Problem.ShouldBe("SignatureDoesNotMatch");
    }

    [Fact]
    public void Sign_PublishedExampleOfAService_GivesThePublishedSignature()
    {
        var request = new AwsRequest("GET", "/", [new("Action", "ListUsers"), new("Version", "2010-05-08")], new Dictionary<string, string> { ["content-type"] = "application/x-www-form-urlencoded; charset=utf-8" }, "");
        var signed = AwsSignature.Sign(request, "iam.amazonaws.com", "us-east-1", "iam", Account, new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));
        signed["authorization"].ShouldEndWith("Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
    }
}
