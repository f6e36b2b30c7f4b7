using Legator.Core.Approvals;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;

namespace Legator.Web.Approvals;

/// <summary>A question of a run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Asked">The question, from the run's journal.</param>
/// <param name="Head">Where the journal ended when it was read.</param>
internal sealed record AskedApproval(LegatorRun Run, RunApproval Asked, JournalHead Head);
