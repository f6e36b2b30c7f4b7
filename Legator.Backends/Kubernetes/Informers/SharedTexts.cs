using System.Diagnostics.CodeAnalysis;

namespace Legator.Backends.Kubernetes.Informers;

/// <summary>Makes equal texts one object where many objects say the same: names of namespaces and agents, reasons, messages. It holds a bounded number of them; one that was pushed out is merely kept twice.</summary>
public static class SharedTexts
{
    private const int Longest = 400;
    private static readonly string?[] Slots = new string?[1 << 15];

    /// <summary>A text that is equal, and the same object as that of others where there are any.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null or { Length: > Longest })
        {
            return text;
        }

        ref var slot = ref Slots[string.GetHashCode(text) & (Slots.Length - 1)];
        if (slot is { } known && known == text)
        {
            return known;
        }

        slot = text;
        return text;
    }
}
