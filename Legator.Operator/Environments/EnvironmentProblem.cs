namespace Legator.Operator.Environments;

/// <summary>Something wrong with an environment.</summary>
/// <param name="Message">Field, what is wrong, and the fix.</param>
/// <param name="StopsRuns">False where a run can do its work all the same, and only the telling of it suffers.</param>
internal sealed record EnvironmentProblem(string Message, bool StopsRuns);
