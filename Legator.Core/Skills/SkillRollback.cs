using Legator.Core.Guardrails;

namespace Legator.Core.Skills;

/// <summary>How an action is taken back.</summary>
/// <param name="Description">In words.</param>
/// <param name="Automatic">True when it undoes itself.</param>
/// <param name="Command">The command that undoes it, for people; for ssh.exec also the command that is executed on the same host.</param>
public sealed record SkillRollback(string Description, bool Automatic = false, string? Command = null)
{
    /// <summary>The call that undoes it, which <c>legator runs undo</c> makes where the tool itself knows no way back; null without one.</summary>
    public SheetCall? Call { get; init; }
}
