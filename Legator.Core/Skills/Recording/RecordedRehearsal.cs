using System.Text.Json.Nodes;

namespace Legator.Core.Skills.Recording;

/// <summary>A rehearsal that was made of a run.</summary>
/// <param name="Document">What stands in its file.</param>
/// <param name="Notes">What of the run is not in it, a sentence each.</param>
public sealed record RecordedRehearsal(JsonObject Document, IReadOnlyList<string> Notes);
