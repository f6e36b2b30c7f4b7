namespace Legator.Runner.Sessions;

/// <summary>Why a session no longer works on its run.</summary>
internal enum SessionEnd
{
    /// <summary>The run is over; its journal says how.</summary>
    Finished,

    /// <summary>The process stops; another runner goes on.</summary>
    HandedBack,

    /// <summary>Another runner holds the run.</summary>
    Lost,
}
