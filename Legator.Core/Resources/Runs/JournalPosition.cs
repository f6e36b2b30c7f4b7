namespace Legator.Core.Resources.Runs;

/// <summary>Binds a record to its journal: whoever holds both can check one against the other.</summary>
public sealed record JournalPosition
{
    /// <summary>How many events were projected.</summary>
    public required long Length { get; init; }

    /// <summary>Hash of the last of them, in hexadecimal.</summary>
    public required string Head { get; init; }
}
