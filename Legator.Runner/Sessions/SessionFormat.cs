namespace Legator.Runner.Sessions;

/// <summary>How sessions go about their runs, by number. A run keeps to the one that it began with, so that one which was begun, or recorded, by an older version goes on as it did.</summary>
internal static class SessionFormat
{
    /// <summary>Of runs whose first entry names none.</summary>
    public const int First = 1;

    /// <summary>Of runs that ended with their time, without a report.</summary>
    public const int Second = 2;

    /// <summary>Of runs that begin now.</summary>
    public const int Current = 3;
}
