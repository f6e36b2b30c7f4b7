using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Http;

namespace Legator.Core.Tests.Actions.Classification.Http;

public sealed class MutationWordsTests
{
    [Theory]
    [InlineData("delete", RiskTier.DestructiveMutation)]
    [InlineData("DeleteUser", RiskTier.DestructiveMutation)]
    [InlineData("delete-user", RiskTier.DestructiveMutation)]
    [InlineData("deleteuser", RiskTier.DestructiveMutation)]
    [InlineData("chat.delete", RiskTier.DestructiveMutation)]
    [InlineData("chat.postMessage", RiskTier.ServiceMutation)]
    [InlineData("instances:stop", RiskTier.ServiceMutation)]
    [InlineData("forceRestart", RiskTier.ServiceMutation)]
    [InlineData("sendMessage", RiskTier.ServiceMutation)]
    [InlineData("deleted", RiskTier.Read)]
    [InlineData("deleted-items", RiskTier.Read)]
    [InlineData("deletion", RiskTier.Read)]
    [InlineData("delete-markers", RiskTier.Read)]
    [InlineData("restart-policy", RiskTier.Read)]
    [InlineData("restarts", RiskTier.Read)]
    [InlineData("updateCenter", RiskTier.Read)]
    [InlineData("nightly-purge", RiskTier.Read)]
    [InlineData("settings", RiskTier.Read)]
    [InlineData("setup", RiskTier.Read)]
    [InlineData("removable", RiskTier.Read)]
    [InlineData("", RiskTier.Read)]
    [InlineData("deleteTask", RiskTier.DestructiveMutation)]
    [InlineData("deleteEvent", RiskTier.DestructiveMutation)]
    [InlineData("delete-rules", RiskTier.DestructiveMutation)]
    [InlineData("purge-queue", RiskTier.DestructiveMutation)]
    [InlineData("purge_logs", RiskTier.DestructiveMutation)]
    [InlineData("kill-job", RiskTier.DestructiveMutation)]
    [InlineData("restart-job", RiskTier.ServiceMutation)]
    [InlineData("clear-history", RiskTier.DestructiveMutation)]
    [InlineData("reset-config", RiskTier.DestructiveMutation)]
    [InlineData("updateSettings", RiskTier.ServiceMutation)]
    [InlineData("createJob", RiskTier.ServiceMutation)]
    [InlineData("restart-events", RiskTier.Read)]
    [InlineData("shutdown-events", RiskTier.Read)]
    [InlineData("runHistory", RiskTier.Read)]
    [InlineData("buildStatus", RiskTier.Read)]
    [InlineData("start-time", RiskTier.Read)]
    [InlineData("stop-words", RiskTier.Read)]
    [InlineData("updateTime", RiskTier.Read)]
    public void OfSegment_Word_IsAVerbOrNot(string segment, RiskTier tier) => MutationWords.OfSegment(segment, last: true).ShouldBe(tier);

    [Theory]
    [InlineData("DescribeInstances", RiskTier.Read)]
    [InlineData("TerminateInstances", RiskTier.DestructiveMutation)]
    [InlineData("CreateTable", RiskTier.ServiceMutation)]
    [InlineData("Frobnicate", RiskTier.ServiceMutation)]
    public void OfName_Operation_ReadsOnlyByItsVerb(string name, RiskTier tier) => MutationWords.OfName(name).ShouldBe(tier);
}
