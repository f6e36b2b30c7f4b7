using System.Text.Json;
using Legator.Core;

namespace Legator.Runner.Rehearsals;

/// <summary>Values as resources spell them.</summary>
internal static class WireName
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonSerializer.SerializeToElement(value, LegatorJson.Options).GetString()!;
}
