using Legator.Core.Actions;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Tests.Sessions;

/// <summary>A read that says as much as it is asked to, in lines of a log.</summary>
internal sealed class TalkTool : Tool<TalkArguments>
{
    public override string Name => "talk.read";

    public override string Description => "Says so many bytes.";

    protected override Task<PreparedCall> PrepareAsync(TalkArguments arguments, RunScope scope, CancellationToken cancellationToken) => Task.FromResult(new PreparedCall(
        [new ProposedAction("talk", "read", new CanonicalTarget("log"), RiskTier.Read)],
        (_, _) => Task.FromResult(ToolOutput.Done(Text(arguments.Bytes)) with { MaxBytes = int.MaxValue, MaxLines = int.MaxValue })));

    private static string Text(int bytes) => string.Concat(Enumerable.Range(0, (bytes / 60) + 1).Select(line => $"2026-11-23T12:00:00Z web-{line % 7} GET /orders/{line:D9} 200 in {line % 97:D3} ms\n"))[..bytes];
}
