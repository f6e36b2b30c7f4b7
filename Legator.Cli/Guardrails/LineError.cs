using System.Text.Json;

namespace Legator.Cli.Guardrails;

/// <summary>The answer to a line that is no call.</summary>
/// <param name="Id">The line's own id; null without one.</param>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Error">What is wrong and how to put it right.</param>
internal sealed record LineError(JsonElement? Id, int Line, string Error)
{
    public static LineError Of(CallLine line) => new(line.Id, line.Number, line.Error!);
}
