using Legator.Core.Resources.Runs;
using Legator.Core.Runs;

namespace Legator.Runner.Replay;

/// <summary>All that is left of a run, and all that is needed to execute it again.</summary>
/// <param name="Run">The run.</param>
/// <param name="Spec">How it was ordered, with its snapshot.</param>
/// <param name="Events">Its journal, from the first entry on.</param>
public sealed record RunRecording(RunKey Run, LegatorRunSpec Spec, IReadOnlyList<RunEvent> Events);
