using System.Globalization;
using Legator.Core.Runs.Events;

namespace Legator.Core.Runs;

/// <summary>Prices as people write them.</summary>
internal static class RunSnapshotCost
{
    /// <summary>Reads a price; what is not a number is unknown, never free.</summary>
    public static decimal? Parse(string? text) =>
        decimal.TryParse(text?.TrimStart('$'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price : null;

    /// <summary>Price of one reply in US dollars; null where a price is unknown.</summary>
    public static decimal? Of(RunSnapshotModel tier, ModelReplied reply)
    {
        var model = reply.ServedBy is null ? tier : tier.Fallbacks?.FirstOrDefault(other => other.DisplayName == reply.ServedBy);
        if (model is not { CostPerMillionInput: { } input, CostPerMillionOutput: { } output })
        {
            return null;
        }

        var (read, written) = (reply.CachedTokensIn ?? 0, reply.CacheWriteTokensIn ?? 0);
        var fresh = Math.Max(0, reply.TokensIn - read - written);
        var millions = (fresh * input) + (read * (model.CostPerMillionCachedInput ?? input)) + (written * (model.CostPerMillionCacheWrite ?? input)) + (reply.TokensOut * output);
        return millions / 1_000_000m;
    }

    /// <summary>A price, as <c>$0.0042</c> or <c>$1.20</c>.</summary>
    public static string Show(decimal dollars) => "$" + dollars.ToString(dollars < 0.01m ? "0.0000" : "0.00", CultureInfo.InvariantCulture);
}
