using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tests.Credentials;

/// <summary>What a run has recorded.</summary>
internal sealed class ListRecord : IRunRecord
{
    public List<RunEventData> Events { get; } = [];

    public Task AppendAsync(RunEventData data)
    {
        Events.Add(data);
        return Task.CompletedTask;
    }
}
