using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Actions.Classification.State;

public sealed class StateCallClassifierTests
{
    [Theory]
    [InlineData("state.get", """{"key":"last-seen"}""")]
    [InlineData("state.set", """{"key":"last-seen","value":"4"}""")]
    [InlineData("State.Delete", """{"key":"last-seen"}""")]
    public void Classify_OwnNotes_AreNoPartOfTheEstate(string tool, string arguments)
    {
        var found = Call(tool, arguments);
        found.Tier.ShouldBe(RiskTier.Read);
        found.Blocked.ShouldBeFalse();
    }

    [Theory]
    [InlineData("state.get", "{}")]
    [InlineData("state.get", """{"key":""}""")]
    [InlineData("state.get", """{"key":7}""")]
    [InlineData("state.set", """{"key":"a","KEY":"b"}""")]
    [InlineData("state.set", """{"key":"\ud800"}""")]
    [InlineData("state.wipe", """{"key":"a"}""")]
    public void Classify_AnythingElse_IsRefused(string tool, string arguments) => Call(tool, arguments).Problem.ShouldNotBeNull();

    private static CallClassification Call(string tool, string arguments) =>
        StandardClassifiers.Classify(tool, JsonDocument.Parse(arguments).RootElement, ClassificationContext.Empty);
}
