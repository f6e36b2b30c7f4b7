using System.Text.Json;
using CsCheck;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Azure;

namespace Legator.Core.Tests.Actions.Classification.Azure;

public sealed class AzureClassifierTests
{
    [Theory]
    [InlineData("vm list -o table", RiskTier.Read)]
    [InlineData("--only-show-errors vm list", RiskTier.Read)]
    [InlineData("network nsg rule list -g rg", RiskTier.Read)]
    [InlineData("vm delete -h", RiskTier.Read)]
    [InlineData("vm list web", RiskTier.DestructiveMutation)]
    [InlineData("vm --foo delete", RiskTier.DestructiveMutation)]
    [InlineData("vm --debug delete -n web", RiskTier.DestructiveMutation)]
    [InlineData("storage account keys renew", RiskTier.ServiceMutation)]
    [InlineData("storage blob delete", RiskTier.DataMutation)]
    [InlineData("rest --method get", RiskTier.DataMutation)]
    [InlineData("", RiskTier.DestructiveMutation)]
    public void Classify_Line_HasTier(string line, RiskTier tier) =>
        AzureClassifier.Classify(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Tier.ShouldBe(tier);

    [Fact]
    public void Classify_Secret_MustBeNamedByASheet()
    {
        var action = AzureClassifier.Classify(["keyvault", "secret", "show", "-n", "s"]);
        action.Guarded.ShouldBeTrue();
        action.Tier.ShouldBe(RiskTier.ServiceMutation);
        AzureReads.Contains("keyvault secret show").ShouldBeFalse();
    }

    [Fact]
    public void Classify_Subscription_IsOpenToReadsAlone()
    {
        AzureClassifier.Classify(["vm", "list", "--subscription", "s"]).BlockedBecause.ShouldBeNull();
        AzureClassifier.Classify(["vm", "start", "--subscription", "s"]).BlockedBecause.ShouldNotBeNull();
        AzureClassifier.Classify(["vm", "start", "--subsc=s"]).BlockedBecause.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("@/etc/shadow", true)]
    [InlineData("--parameters=@/etc/shadow", true)]
    [InlineData("file:///etc/shadow", true)]
    [InlineData("ada@example.com", false)]
    public void Classify_ValueFromAFile_IsBlocked(string word, bool blocked) =>
        (AzureClassifier.Classify(["vm", "list", "--x", word]).BlockedBecause is not null).ShouldBe(blocked);

    [Fact]
    public void Table_Command_BeginsWithAVerbOfReading()
    {
        string[] verbs = ["list", "show", "get", "check", "exists", "query", "validate", "what", "logs", "log", "summarize", "peek", "stats", "version", "test", "learned", "functions", "tail"];
        foreach (var line in $"{AzurePlatformReads.Table}\n{AzureResourceReads.Table}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            line.Split(": ")[1].Split(' ').Select(c => c.Split('-')[0]).ShouldBeSubsetOf(verbs, line);
        }
    }

    [Fact]
    public void Classify_AnyText_NeverThrows() =>
        Gen.Select(Gen.String, Gen.String[Gen.Char["-=az's \"\\;|&$@(){}`\n"], 0, 60]).Sample((group, args) =>
        {
            StandardClassifiers.Classify("az.cli", JsonSerializer.SerializeToElement(new { group, args }), ClassificationContext.Empty);
        });
}
