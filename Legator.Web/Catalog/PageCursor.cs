using System.Text.Json;
using Legator.Core;
using Legator.Web.Api;
using Microsoft.AspNetCore.WebUtilities;

namespace Legator.Web.Catalog;

/// <summary>Where a page ended: the sort key of its last item. What is added or removed meanwhile neither doubles nor hides the rest.</summary>
/// <param name="Time">Creation time for lists that are ordered by it.</param>
/// <param name="Name">Name of the last item.</param>
/// <param name="Namespace">Namespace of the last item.</param>
internal sealed record PageCursor(DateTimeOffset? Time, string Name, string Namespace)
{
    public static PageCursor Parse(string text)
    {
        try
        {
            if (JsonSerializer.Deserialize<PageCursor>(WebEncoders.Base64UrlDecode(text), LegatorJson.Options) is { Name: not null, Namespace: not null } cursor)
            {
                return cursor;
            }
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Said below, in the caller's terms.
        }

        throw ApiException.Invalid("continue", "this is not a cursor of this API. Pass on the 'continue' of the page before, or leave it out for the first page.");
    }

    public override string ToString() => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(this, LegatorJson.Options));
}
