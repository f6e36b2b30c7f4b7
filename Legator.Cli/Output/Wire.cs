using System.Text.Json;
using Legator.Core;

namespace Legator.Cli.Output;

internal static class Wire
{
    /// <summary>The name that resources and the API use for an enum's value.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum =>
        JsonSerializer.SerializeToElement(value, LegatorJson.Options).GetString()!;
}
