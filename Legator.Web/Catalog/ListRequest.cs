using System.Globalization;
using Legator.Web.Api;

namespace Legator.Web.Catalog;

/// <summary>Which part of a list is wanted.</summary>
internal sealed record ListRequest
{
    public string? Namespace { get; init; }

    public int Limit { get; init; } = ApiLimits.DefaultPage;

    public PageCursor? After { get; init; }

    public static ListRequest Parse(string? inNamespace, string? limit, string? next) => new()
    {
        Namespace = string.IsNullOrEmpty(inNamespace) ? null : inNamespace,
        Limit = ParseLimit(limit),
        After = string.IsNullOrEmpty(next) ? null : PageCursor.Parse(next),
    };

    private static int ParseLimit(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return ApiLimits.DefaultPage;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= ApiLimits.MaxPage
            ? limit
            : throw ApiException.Invalid("limit", $"'{text}' is not a whole number from 1 to {ApiLimits.MaxPage}.");
    }
}
