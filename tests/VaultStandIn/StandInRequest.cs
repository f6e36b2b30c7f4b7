using System.Text.Json.Nodes;

namespace Legator.Tests.VaultStandIn;

/// <summary>A request that reached the server.</summary>
/// <param name="Capability"><c>read</c> or <c>update</c>.</param>
/// <param name="Path">After <c>/v1/</c>.</param>
/// <param name="Body">What was said.</param>
/// <param name="Token">Who asks; null for nobody, or for somebody who is not known.</param>
internal sealed record StandInRequest(string Capability, string Path, JsonObject Body, StandInToken? Token)
{
    public string Text(string field) => (string?)Body[field] ?? "";

    /// <summary>A time in seconds, as a number or with an s.</summary>
    public TimeSpan? Time(string field) => Body[field] is not { } value ? null
        : TimeSpan.FromSeconds(value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? (double)value : double.Parse(((string)value!).TrimEnd('s'), System.Globalization.CultureInfo.InvariantCulture));
}
