using Legator.Backends.Signatures;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Cli.Tests.Audit;

/// <summary>A started API over a journal of six runs under three checkpoints, signed as the Operator does it.</summary>
public sealed class WebWithCheckpoints : StartedWeb
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var key = CheckpointKey.Generate();
        for (var i = 0; i < 6; i++)
        {
            await WriteAsync($"run-{i}");
            if (i % 2 == 1)
            {
                var made = (await Get<CheckpointMaker>().MakeAsync(key, TimeProvider.System.GetUtcNow(), CancellationToken.None))!.Checkpoint;
                var head = new AuditHead(made.Number, made.Digest(), made.Time, key.Key);
                await Get<AuditState>().WriteAsync(head with { Signature = key.Sign(head.Payload()) }, key.PublicPem, CancellationToken.None);
            }
        }
    }

    private async Task WriteAsync(string name)
    {
        var head = JournalHead.Empty;
        foreach (var data in (RunEventData[])[new ModelFailed(1, $"{name} says \"hello\"\n🧭"), new ModelFailed(2, "again"), new RunFinished("Succeeded", "Completed", "done")])
        {
            head = JournalHead.After(await Journal.AppendAsync(new RunKey(Namespace, name), head, data, CancellationToken.None));
        }
    }
}
