using System.Globalization;
using System.Text;
using Legator.Core.Skills.Remote;

namespace Legator.Operator.Skills.Git;

/// <summary>Looks through what a server sends before libgit2 does: a few bytes of a delta can say that they become more than the machine has, and libgit2 believes them.</summary>
internal static class GitPack
{
    private const long MostObject = 64L * 1024 * 1024;
    private const long MostTogether = 1024L * 1024 * 1024;
    private const int HeadLength = 24;
    private const int OffsetDelta = 6;
    private const int ReferenceDelta = 7;

    /// <summary>Refuses an answer with objects that become too large.</summary>
    /// <exception cref="SkillSourceException">It has such objects, or cannot be read.</exception>
    public static void Check(ReadOnlySpan<byte> answer)
    {
        using var pack = Unwrap(answer);
        if (pack.Length > 0)
        {
            CheckPack(pack.GetBuffer().AsSpan(0, (int)pack.Length));
        }
    }

    /// <summary>The pack in an answer: behind the lines, in packets of channel 1 or as it is.</summary>
    private static MemoryStream Unwrap(ReadOnlySpan<byte> answer)
    {
        var pack = new MemoryStream();
        for (var at = 0; at < answer.Length;)
        {
            var rest = answer[at..];
            if (rest.StartsWith("PACK"u8))
            {
                pack.Write(rest);
                break;
            }

            if (rest.Length < 4 || !int.TryParse(Encoding.ASCII.GetString(rest[..4]), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || (length is not 0 and < 4) || length > rest.Length)
            {
                throw Broken();
            }

            if (length > 5 && rest[4] == 1)
            {
                pack.Write(rest[5..length]);
            }

            at += Math.Max(length, 4);
        }

        return pack;
    }

    private static void CheckPack(ReadOnlySpan<byte> pack)
    {
        if (pack.Length < 12 || !pack.StartsWith("PACK"u8))
        {
            throw Broken();
        }

        var (at, together, objects) = (12, 0L, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(pack[8..]));
        Span<byte> head = stackalloc byte[HeadLength];
        for (uint i = 0; i < objects; i++)
        {
            var type = Skip(pack, ref at);
            var meter = new ZlibMeter(pack[at..], head);
            at += meter.Measure(MostObject) ?? throw TooLarge();
            var becomes = type is OffsetDelta or ReferenceDelta ? Result(head[..(int)Math.Min(meter.Length, HeadLength)]) : meter.Length;
            together += Math.Max(becomes, meter.Length);
            if (becomes > MostObject || together > MostTogether)
            {
                throw TooLarge();
            }
        }
    }

    /// <summary>Goes behind the header of an object.</summary>
    /// <returns>Its type.</returns>
    private static int Skip(ReadOnlySpan<byte> pack, ref int at)
    {
        var type = (Next(pack, at) >> 4) & 7;
        while ((Next(pack, at++) & 0x80) != 0)
        {
            // The size follows, which nothing here believes.
        }

        if (type == OffsetDelta)
        {
            while ((Next(pack, at++) & 0x80) != 0)
            {
                // Where the base is does not matter.
            }
        }

        at += type == ReferenceDelta ? 20 : 0;
        return at < pack.Length ? type : throw Broken();
    }

    private static byte Next(ReadOnlySpan<byte> pack, int at) => at < pack.Length ? pack[at] : throw Broken();

    /// <summary>What a delta says it becomes: the second number in it.</summary>
    private static long Result(ReadOnlySpan<byte> delta)
    {
        var at = 0;
        Number(delta, ref at);
        return Number(delta, ref at);
    }

    private static long Number(ReadOnlySpan<byte> delta, ref int at)
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Next(delta, at++);
            value |= shift > 48 ? throw TooLarge() : (long)(part & 0x7f) << shift;
            if ((part & 0x80) == 0)
            {
                return value;
            }
        }
    }

    private static SkillSourceException Broken() => SkillSourceException.Refusing("the server sends objects that cannot be read");

    private static SkillSourceException TooLarge() => SkillSourceException.Refusing($"the repository holds objects that cannot be read, or become larger than {MostObject / (1024 * 1024)} MiB each or {MostTogether / (1024 * 1024)} MiB together");
}
