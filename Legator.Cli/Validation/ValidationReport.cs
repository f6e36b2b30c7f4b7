namespace Legator.Cli.Validation;

/// <summary>What came of a validation.</summary>
/// <param name="Files">Files that were looked at.</param>
/// <param name="Objects">Objects and skills of Legator in them.</param>
/// <param name="LeftAlone">Objects that are somebody else's.</param>
/// <param name="Problems">Everything that was found, by file and line.</param>
internal sealed record ValidationReport(int Files, int Objects, int LeftAlone, IReadOnlyList<ValidationProblem> Problems)
{
    public int Errors => Problems.Count(problem => !problem.IsWarning);

    public int Warnings => Problems.Count(problem => problem.IsWarning);
}
