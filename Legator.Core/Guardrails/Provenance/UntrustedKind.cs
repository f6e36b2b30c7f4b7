namespace Legator.Core.Guardrails.Provenance;

/// <summary>In what way text from outside may stand behind a call.</summary>
public enum UntrustedKind
{
    /// <summary>A value of a change was neither written by people nor is it only a name that the cluster lists.</summary>
    Value,

    /// <summary>All values were, but text from outside asks for this very thing.</summary>
    Wish,

    /// <summary>Neither a skill nor the run's task asks for such a thing, so it may be the wish of text from outside.</summary>
    Intent,

    /// <summary>The call turns to an address that people did not name.</summary>
    Address,

    /// <summary>A text that others will read repeats text from outside.</summary>
    Quotation,

    /// <summary>The call tells somebody something that people did not write.</summary>
    Unwritten,
}
