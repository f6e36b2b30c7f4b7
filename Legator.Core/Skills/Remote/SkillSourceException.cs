namespace Legator.Core.Skills.Remote;

/// <summary>A skill that cannot be had from its source. The message is for people; it names no secret.</summary>
/// <param name="message">What is wrong, as the end of a sentence.</param>
/// <param name="refused">True when what is there must not be used, or must not be asked for; false when it may be there another time.</param>
public sealed class SkillSourceException(string message, bool refused = false) : Exception(message)
{
    /// <summary>True when asking again will not help until somebody changes something.</summary>
    public bool Refused { get; } = refused;

    /// <summary>Something that must not be used.</summary>
    public static SkillSourceException Refusing(string message) => new(message, refused: true);
}
