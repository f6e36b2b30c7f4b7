namespace Legator.Runner.Sessions;

/// <summary>Why a session no longer works on its run.</summary>
internal enum SessionEnd
{
    /// <summary>The run is over; its journal says how.</summary>
    Finished,

    /// <summary>The run is over because no runner got any further with it.</summary>
    GivenUp,

    /// <summary>The process stops; another runner goes on.</summary>
    HandedBack,

    /// <summary>The run waits for a person's decision and needs no runner until then.</summary>
    Suspended,

    /// <summary>Another runner holds the run.</summary>
    Lost,
}
