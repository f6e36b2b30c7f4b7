namespace Legator.Runner.Tests.Faults;

/// <summary>What a server does that it should not do.</summary>
public enum Fault
{
    /// <summary>Takes the connection and all that is sent, and says nothing.</summary>
    NeverAnswers,

    /// <summary>Sends one byte a second.</summary>
    Drips,

    /// <summary>Breaks the connection off.</summary>
    Resets,

    /// <summary>Sends 1 GB without a line break.</summary>
    Floods,

    /// <summary>Sends bytes that are no UTF-8, and ends.</summary>
    SpeaksNonsense,

    /// <summary>Ends the connection in an orderly way, having said too little.</summary>
    ClosesEarly,
}
