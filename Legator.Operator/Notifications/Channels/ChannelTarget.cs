using System.Text;
using Legator.Core.Resources.Environments;

namespace Legator.Operator.Notifications.Channels;

/// <summary>A channel with the Secret that it names.</summary>
/// <param name="Spec">The channel.</param>
/// <param name="Fields">The Secret's fields; empty where it names none.</param>
internal sealed record ChannelTarget(ChannelSpec Spec, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The first field of these names that is set; null when there is none.</summary>
    public string? Field(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Fields.TryGetValue(name, out var value) && value.Length > 0)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The field of these names, or the only field of the Secret.</summary>
    public string? FieldOrOnly(params ReadOnlySpan<string> names) => Field(names) ?? (Fields.Count == 1 ? Fields.Values.First() : null);

    /// <summary>A channel with the values of a Secret.</summary>
    public static ChannelTarget Of(ChannelSpec spec, IReadOnlyDictionary<string, byte[]>? data) =>
        new(spec, (data ?? new Dictionary<string, byte[]>()).ToDictionary(field => field.Key, field => Encoding.UTF8.GetString(field.Value).Trim(), StringComparer.Ordinal));
}
