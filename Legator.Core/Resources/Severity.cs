using System.Text.Json.Serialization;

namespace Legator.Core.Resources;

/// <summary>How much something matters; ordered, later matters more.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    [JsonStringEnumMemberName("info")]
    Info,

    /// <summary>Will become a problem.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Is a problem now.</summary>
    [JsonStringEnumMemberName("critical")]
    Critical,
}
