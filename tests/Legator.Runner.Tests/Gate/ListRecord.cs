using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tests.Gate;

/// <summary>Keeps what tools record.</summary>
internal sealed class ListRecord : IRunRecord
{
    public List<RunEventData> Events { get; } = [];

    public Task AppendAsync(RunEventData data)
    {
        lock (Events)
        {
            Events.Add(data);
        }

        return Task.CompletedTask;
    }
}
