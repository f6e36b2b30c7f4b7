namespace Legator.Cli.Guardrails;

/// <summary>How an answer compares to its label.</summary>
internal enum CaseGrade
{
    /// <summary>As labelled.</summary>
    Right,

    /// <summary>Stricter than labelled.</summary>
    FalseAlarm,

    /// <summary>Milder than labelled: what must never happen.</summary>
    Miss,

    /// <summary>The line is no case.</summary>
    Broken,
}
