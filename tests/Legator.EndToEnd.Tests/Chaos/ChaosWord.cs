namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>What a journal says of a change.</summary>
internal enum ChaosWord
{
    /// <summary>An intent, and no word after it.</summary>
    Nothing,

    /// <summary>It took effect.</summary>
    Done,

    /// <summary>It took none.</summary>
    NotDone,

    /// <summary>Nobody can know, and the journal says so.</summary>
    Unknown,
}
