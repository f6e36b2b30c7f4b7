using System.Text;

namespace Legator.EndToEnd.Tests.Telemetry;

/// <summary>Reads protobuf by its wire format, as far as OTLP's traces need it.</summary>
internal static class WireReader
{
    /// <summary>The members of a message that have a length: texts, bytes and messages within.</summary>
    public static IEnumerable<(int Field, ReadOnlyMemory<byte> Value)> Members(ReadOnlyMemory<byte> message)
    {
        var at = 0;
        while (at < message.Length)
        {
            var tag = (int)Number(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    Number(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Number(message, ref at);
                    yield return (tag >> 3, message.Slice(at, length));
                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {tag & 7} is not known.");
            }
        }
    }

    public static string Text(ReadOnlyMemory<byte> value) => Encoding.UTF8.GetString(value.Span);

    private static ulong Number(ReadOnlyMemory<byte> message, ref int at)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = message.Span[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }

            shift += 7;
        }
    }
}
