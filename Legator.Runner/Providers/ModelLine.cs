using Legator.Core.Runs;

namespace Legator.Runner.Providers;

/// <summary>A model that serves a run, and the line to it.</summary>
internal sealed record ModelLine(RunSnapshotModel Model, ModelClient Client);
