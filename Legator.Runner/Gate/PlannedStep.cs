using Legator.Runner.Tools;

namespace Legator.Runner.Gate;

/// <summary>A step of a plan, as a person is shown it.</summary>
/// <param name="Line">What it would do.</param>
/// <param name="Call">The call that it is to be; null where it cannot be made ready now.</param>
internal sealed record PlannedStep(string Line, PreparedCall? Call);
