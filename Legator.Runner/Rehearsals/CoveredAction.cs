namespace Legator.Runner.Rehearsals;

/// <summary>An entry of the action sheet, and how often it was exercised.</summary>
/// <param name="Id">Id of the entry.</param>
/// <param name="Tool">Its tool.</param>
/// <param name="Target">Its targets; null for all.</param>
/// <param name="Allowed">Calls that were allowed at once.</param>
/// <param name="Asked">Calls that a person was asked about.</param>
/// <param name="Refused">Calls that were refused.</param>
public sealed record CoveredAction(string Id, string Tool, string? Target, int Allowed, int Asked, int Refused)
{
    /// <summary>Calls that it declares, whatever became of them.</summary>
    public int Calls => Allowed + Asked + Refused;
}
