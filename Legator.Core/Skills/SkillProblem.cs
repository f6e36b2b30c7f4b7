namespace Legator.Core.Skills;

/// <summary>Something wrong with a skill.</summary>
/// <param name="File">File, e.g. <c>actions.yaml</c>.</param>
/// <param name="Field">Field, e.g. <c>actions[2].tier</c>; empty for the file as a whole.</param>
/// <param name="Message">What is wrong and what to write.</param>
public sealed record SkillProblem(string File, string Field, string Message)
{
    /// <summary>Line in the file, from 1; null where none can be named.</summary>
    public int? Line { get; init; }

    /// <summary>All of it in one line, without the number of the line in the file.</summary>
    public override string ToString() => Field.Length == 0 ? $"{File}: {Message}" : $"{File}: {Field}: {Message}";
}
