using System.Text.Json;
using Legator.Core;
using Legator.Core.Audit;
using Legator.Core.Runs;

namespace Legator.Backends.Journals;

/// <summary>How a checkpoint is stored, in every storage alike.</summary>
internal static class StoredCheckpoint
{
    public static SignedCheckpoint Read(string document, string signature)
    {
        try
        {
            return new SignedCheckpoint(JsonSerializer.Deserialize<Checkpoint>(document, LegatorJson.Options)!, signature);
        }
        catch (JsonException e)
        {
            throw new JournalUnavailableException($"A checkpoint cannot be read: {e.Message}", e);
        }
    }
}
