using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Legator.Core.Audit;

/// <summary>The canonical form of JSON in which nothing is unusual: texts without rare escapes, ASCII names, whole numbers, few members. It is what calls of tools and events nearly always are, and takes a tenth of the time; for anything else it declines.</summary>
internal static class PlainJson
{
    private const int MostMembers = 32;
    private const int MostDigits = 15;

    private static readonly SearchValues<byte> Plain = SearchValues.Create([.. Enumerable.Range(0x20, 0x5f).Select(b => (byte)b).Where(b => b is not ((byte)'"' or (byte)'\\'))]);

    /// <summary>Writes an element in canonical form, which is never longer than the element itself.</summary>
    /// <param name="element">The element.</param>
    /// <param name="output">Room for the element as it was written.</param>
    /// <param name="written">Bytes written.</param>
    /// <returns>False when the element is unusual.</returns>
    public static bool TryWrite(JsonElement element, Span<byte> output, ref int written) => element.ValueKind switch
    {
        JsonValueKind.Object => TryWriteObject(element, output, ref written),
        JsonValueKind.Array => TryWriteArray(element, output, ref written),
        JsonValueKind.String => TryWriteText(JsonMarshal.GetRawUtf8Value(element), output, ref written),
        JsonValueKind.Number => TryWriteNumber(JsonMarshal.GetRawUtf8Value(element), output, ref written),
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => Write(JsonMarshal.GetRawUtf8Value(element), output, ref written),
        _ => false,
    };

    /// <summary>True for a text that canonical JSON writes as it is.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(Plain);

    /// <summary>Writes a string with its quotes.</summary>
    public static bool TryWriteString(ReadOnlySpan<byte> text, Span<byte> output, ref int written)
    {
        if (!IsPlain(text))
        {
            return false;
        }

        output[written++] = (byte)'"';
        Write(text, output, ref written);
        output[written++] = (byte)'"';
        return true;
    }

    // What JSON writes in one way only stays as it is: all but the escapes that have another spelling, and those of halves of characters.
    private static bool TryWriteText(ReadOnlySpan<byte> raw, Span<byte> output, ref int written)
    {
        for (var rest = raw; rest.IndexOf((byte)'\\') is >= 0 and var at; rest = rest[(at + 2)..])
        {
            if (rest[at + 1] is (byte)'u' or (byte)'/')
            {
                return false;
            }
        }

        return Write(raw, output, ref written);
    }

    private static bool TryWriteObject(JsonElement element, Span<byte> output, ref int written)
    {
        var count = element.GetPropertyCount();
        if (count > MostMembers)
        {
            return false;
        }

        var members = ArrayPool<JsonProperty>.Shared.Rent(count);
        try
        {
            Sort(element, members);
            output[written++] = (byte)'{';
            for (var i = 0; i < count; i++)
            {
                if (i > 0)
                {
                    output[written++] = (byte)',';
                }

                if (!TryWriteString(JsonMarshal.GetRawUtf8PropertyName(members[i]), output, ref written))
                {
                    return false;
                }

                output[written++] = (byte)':';
                if (!TryWrite(members[i].Value, output, ref written))
                {
                    return false;
                }
            }

            output[written++] = (byte)'}';
            return true;
        }
        finally
        {
            ArrayPool<JsonProperty>.Shared.Return(members, clearArray: true);
        }
    }

    // By insertion: there are few, they are mostly in order, and equal names stay in the order in which they were written.
    private static void Sort(JsonElement element, JsonProperty[] members)
    {
        var count = 0;
        foreach (var member in element.EnumerateObject())
        {
            var at = count++;
            while (at > 0 && JsonMarshal.GetRawUtf8PropertyName(members[at - 1]).SequenceCompareTo(JsonMarshal.GetRawUtf8PropertyName(member)) > 0)
            {
                members[at] = members[at - 1];
                at--;
            }

            members[at] = member;
        }
    }

    private static bool TryWriteArray(JsonElement element, Span<byte> output, ref int written)
    {
        output[written++] = (byte)'[';
        var first = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!first)
            {
                output[written++] = (byte)',';
            }

            first = false;
            if (!TryWrite(item, output, ref written))
            {
                return false;
            }
        }

        output[written++] = (byte)']';
        return true;
    }

    private static bool TryWriteNumber(ReadOnlySpan<byte> number, Span<byte> output, ref int written) =>
        number.Length <= MostDigits && !number.ContainsAnyExceptInRange((byte)'0', (byte)'9') && Write(number, output, ref written);

    private static bool Write(ReadOnlySpan<byte> bytes, Span<byte> output, ref int written)
    {
        bytes.CopyTo(output[written..]);
        written += bytes.Length;
        return true;
    }
}
