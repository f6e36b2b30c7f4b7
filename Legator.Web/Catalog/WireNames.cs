using System.Text.Json;
using Legator.Core;

namespace Legator.Web.Catalog;

internal static class WireNames
{
    /// <summary>The name that resources and the API use for an enum's value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonSerializer.SerializeToElement(value, LegatorJson.Options).GetString()!;

    /// <summary>All names of an enum.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(Of);
}
