using System.Text.Json;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools;

/// <summary>What a call may use while it is executed.</summary>
/// <param name="Scope">The run.</param>
/// <param name="Time">The clock.</param>
/// <param name="Rejudge">Judges the same tool with other arguments: a redirect must pass the gate like any other call.</param>
internal sealed record ToolContext(RunScope Scope, TimeProvider Time, Func<JsonElement, CancellationToken, Task<Verdict>> Rejudge);
