using System.Globalization;

namespace Legator.Core.Runs;

/// <summary>Prices as people write them.</summary>
internal static class RunSnapshotCost
{
    /// <summary>Reads a price; what is not a number is unknown, never free.</summary>
    public static decimal? Parse(string? text) =>
        decimal.TryParse(text?.TrimStart('$'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price : null;

    /// <summary>Price of a run, as <c>$0.0042</c> or <c>$1.20</c>; null where a price is unknown.</summary>
    public static string? Estimate(RunSnapshotModel model, long tokensIn, long tokensOut)
    {
        if (model is not { CostPerMillionInput: { } input, CostPerMillionOutput: { } output })
        {
            return null;
        }

        var dollars = ((tokensIn * input) + (tokensOut * output)) / 1_000_000m;
        return "$" + dollars.ToString(dollars < 0.01m ? "0.0000" : "0.00", CultureInfo.InvariantCulture);
    }
}
