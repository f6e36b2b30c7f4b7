namespace Legator.Core.Skills;

/// <summary>How an action is taken back.</summary>
/// <param name="Description">In words.</param>
/// <param name="Automatic">True when it undoes itself.</param>
/// <param name="Command">The call that undoes it.</param>
public sealed record SkillRollback(string Description, bool Automatic = false, string? Command = null);
