using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Legator.Core.Skills.Remote;
using Legator.Operator.Skills.Git;
using Legator.Tests.SkillServers;

namespace Legator.Operator.Tests.Skills;

/// <summary>Packs are measured before they are unpacked.</summary>
public sealed class GitPackTests
{
    private const int Blob = 3;
    private const int ReferenceDelta = 7;

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Meter_OfWhatTheLibraryPacked_FindsItsLengthAndItsEnd(CompressionLevel level)
    {
        var random = new Random(3);
        for (var round = 0; round < 60; round++)
        {
            var content = Content(random, round);
            var packed = Zlib(content, level);
            Span<byte> head = new byte[24];
            var meter = new ZlibMeter([.. packed, 1, 2, 3, 4, 5], head);

            meter.Measure(1 << 24).ShouldBe(packed.Length, $"round {round}");
            meter.Length.ShouldBe(content.Length);
            head[..Math.Min(24, content.Length)].ToArray().ShouldBe(content[..Math.Min(24, content.Length)]);
        }
    }

    [Fact]
    public void Meter_OfGarbage_EndsAndThrowsNothing()
    {
        var random = new Random(4);
        var packed = Zlib(Content(random, 7), CompressionLevel.Optimal);
        for (var round = 0; round < 2000; round++)
        {
            var broken = packed[..random.Next(packed.Length)].ToArray();
            for (var flips = 0; flips < 3 && broken.Length > 0; flips++)
            {
                broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
            }

            new ZlibMeter(broken, new byte[24]).Measure(1 << 20);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pack_ThatGitMade_IsTaken(bool inPackets)
    {
        using var folder = new Clusters.TestFolder();
        var work = await GitWork.CreateAsync(Path.GetDirectoryName(folder.File("x"))!, "repo");
        var random = new Random(5);
        for (var commit = 0; commit < 8; commit++)
        {
            work.WriteSkill($"skills/s{commit % 3}", string.Concat(Enumerable.Range(0, 400 + commit).Select(line => $"line {line}\n")));
            await work.CommitAsync();
        }

        await work.GitAsync("repack", "-adfq");
        var pack = await File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(work.Folder, ".git", "objects", "pack"), "*.pack").Single(), TestContext.Current.CancellationToken);
        Should.NotThrow(() => GitPack.Check(inPackets ? Packets(pack) : [.. "0008NAK\n"u8, .. pack]));
    }

    [Fact]
    public void Delta_ThatBecomesMoreThanTheMachineHas_IsRefusedBeforeItIsUnpacked()
    {
        var large = new byte[16 * 1024 * 1024];
        byte[] copies = [.. Number(large.Length), .. Number(large.Length * 1000L), .. Enumerable.Repeat<byte[]>([0b1111_0000, 0xff, 0xff, 0xff], 1000).SelectMany(op => op)];
        var pack = Pack((Blob, [], large), (ReferenceDelta, new byte[20], copies));
        pack.Length.ShouldBeLessThan(64 * 1024);

        Should.Throw<SkillSourceException>(() => GitPack.Check(Packets(pack))).Message.ShouldContain("become larger than");
    }

    [Fact]
    public void Object_ThatUnpacksToMuchMoreThanItIs_IsRefused() =>
        Should.Throw<SkillSourceException>(() => GitPack.Check(Packets(Pack((Blob, [], new byte[80 * 1024 * 1024]))))).Message.ShouldContain("become larger than");

    [Theory]
    [InlineData("zzzz")]
    [InlineData("0001")]
    [InlineData("ffffPACK")]
    [InlineData("PACK")]
    public void Answer_ThatCannotBeRead_IsRefused(string text) =>
        Should.Throw<SkillSourceException>(() => GitPack.Check(Encoding.ASCII.GetBytes(text)));

    private static byte[] Content(Random random, int round)
    {
        var content = new byte[random.Next(0, 40_000)];
        switch (round % 3)
        {
            case 0:
                random.NextBytes(content);
                break;
            case 1:
                content.AsSpan().Fill((byte)round);
                break;
            default:
                Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 4000).Select(line => $"line {line} of {random.Next(99)}\n"))).AsSpan(0, Math.Min(content.Length, 40_000)).CopyTo(content);
                break;
        }

        return content;
    }

    private static byte[] Pack(params (int Type, byte[] Base, byte[] Content)[] objects)
    {
        using var pack = new MemoryStream();
        pack.Write("PACK"u8);
        var number = new byte[4];
        foreach (var value in new[] { 2, objects.Length })
        {
            BinaryPrimitives.WriteInt32BigEndian(number, value);
            pack.Write(number);
        }

        foreach (var (type, reference, content) in objects)
        {
            var size = content.Length >> 4;
            pack.WriteByte((byte)((size > 0 ? 0x80 : 0) + (type << 4) + (content.Length & 15)));
            pack.Write(size > 0 ? Number(size) : []);
            pack.Write(reference);
            pack.Write(Zlib(content, CompressionLevel.Optimal));
        }

        pack.Write(new byte[20]);
        return pack.ToArray();
    }

    private static byte[] Packets(byte[] pack)
    {
        using var answer = new MemoryStream();
        answer.Write("0008NAK\n"u8);
        foreach (var part in pack.Chunk(60_000))
        {
            answer.Write(Encoding.ASCII.GetBytes($"{part.Length + 5:x4}"));
            answer.WriteByte(1);
            answer.Write(part);
        }

        answer.Write("0000"u8);
        return answer.ToArray();
    }

    private static byte[] Number(long value)
    {
        var bytes = new List<byte>();
        do
        {
            bytes.Add((byte)((value & 0x7f) + (value > 0x7f ? 0x80 : 0)));
            value >>= 7;
        }
        while (value > 0);
        return [.. bytes];
    }

    private static byte[] Zlib(byte[] content, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, level, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }
}
