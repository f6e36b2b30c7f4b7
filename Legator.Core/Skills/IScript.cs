namespace Legator.Core.Skills;

/// <summary>Stands in for a model: the next reply follows from what became of the calls so far, and from nothing else.</summary>
public interface IScript
{
    /// <summary>The next reply.</summary>
    /// <param name="outcomes">What became of every call so far, in the order of the calls.</param>
    /// <param name="mustReport">True when no tool may be called any more.</param>
    RehearsalStep Next(IReadOnlyList<RehearsalOutcome> outcomes, bool mustReport = false);
}
