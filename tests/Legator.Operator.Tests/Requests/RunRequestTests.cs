using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Operator.Requests;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Requests;

public sealed class RunRequestTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("false")]
    public void Of_NoWish_IsNull(string? value) => RunRequest.Of(Agent(value)).ShouldBeNull();

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("ticket-42", false)]
    public void Of_AWish_KnowsWhetherItHasANonce(string value, bool unnamed) => RunRequest.Of(Agent(value))!.IsUnnamed.ShouldBe(unnamed);

    [Fact]
    public void Nonce_OtherVersion_IsAnother() =>
        RunRequest.Nonce(new ObjectMeta { Uid = "u", ResourceVersion = "1" }).ShouldNotBe(RunRequest.Nonce(new ObjectMeta { Uid = "u", ResourceVersion = "2" }));

    private static LegatorAgent Agent(string? value) => Samples.Agent("agents", "web") with
    {
        Metadata = new ObjectMeta { Annotations = value is null ? null : new Dictionary<string, string> { [LegatorApi.RunNowAnnotation] = value } },
    };
}
