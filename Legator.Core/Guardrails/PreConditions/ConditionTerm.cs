namespace Legator.Core.Guardrails.PreConditions;

/// <summary>One of the things that a pre-condition wants to hold.</summary>
internal abstract record ConditionTerm
{
    /// <summary>True when the pods of the object have to be read for it.</summary>
    public virtual bool NeedsPods => false;

    /// <summary>True when the object itself has to be read for it.</summary>
    public virtual bool NeedsObject => true;

    /// <summary>The address that has to be asked for it; null for none.</summary>
    public virtual string? Address => null;

    /// <summary>Looks.</summary>
    /// <param name="view">What was read.</param>
    /// <param name="seen">What was seen, as a sentence.</param>
    public abstract bool Holds(ConditionView view, out string seen);
}
