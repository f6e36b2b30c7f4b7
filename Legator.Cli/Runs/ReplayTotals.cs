namespace Legator.Cli.Runs;

/// <summary>How many runs came out how.</summary>
/// <param name="Identical">The same decisions and the same hash.</param>
/// <param name="Different">Differ at a step.</param>
/// <param name="Altered">Do not fit their own hashes.</param>
/// <param name="Unreadable">Could not be read.</param>
internal sealed record ReplayTotals(int Identical, int Different, int Altered, int Unreadable)
{
    public int Runs => Identical + Different + Altered + Unreadable;
}
