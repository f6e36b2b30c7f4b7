using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Legator.Core.Skills.Packages;
using Legator.Core.Skills.Remote;

namespace Legator.Core.Tests.Skills.Packages;

public sealed class SkillArchiveTests
{
    [Fact]
    public void SameFiles_PackedTwice_AreTheSameBytes()
    {
        var files = new Dictionary<string, byte[]> { ["SKILL.md"] = "x"u8.ToArray(), ["a/b.txt"] = "y"u8.ToArray() };
        var reversed = files.Reverse().ToDictionary();

        SkillArchive.Pack(files).ShouldBe(SkillArchive.Pack(reversed));
        SkillArchive.Unpack(SkillArchive.Pack(files)).Keys.ShouldBe(["SKILL.md", "a/b.txt"]);
    }

    [Theory]
    [InlineData("../SKILL.md")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b")]
    [InlineData("a//b")]
    [InlineData("a\\..\\b")]
    [InlineData("C:/b")]
    [InlineData("./../b")]
    public void Archive_ThatLeadsOut_IsRefused(string path) =>
        Should.Throw<SkillSourceException>(() => SkillArchive.Unpack(Tar(tar => tar.WriteEntry(File(path, "x"))))).Message.ShouldContain("no path inside of a skill");

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public void Archive_WithALink_IsRefused(TarEntryType type) =>
        Should.Throw<SkillSourceException>(() => SkillArchive.Unpack(Tar(tar => tar.WriteEntry(new PaxTarEntry(type, "SKILL.md") { LinkName = "/etc/passwd" })))).Message.ShouldContain("no plain file");

    [Fact]
    public void Archive_WithOneFileTwice_IsRefused() =>
        Should.Throw<SkillSourceException>(() => SkillArchive.Unpack(Tar(tar =>
        {
            tar.WriteEntry(File("SKILL.md", "reviewed"));
            tar.WriteEntry(File("./SKILL.md", "another"));
        }))).Message.ShouldContain("twice");

    [Fact]
    public void Archive_ThatUnpacksToMuchMoreThanItIs_IsGivenUp()
    {
        var bomb = Tar(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "SKILL.md") { DataStream = new MemoryStream(new byte[64 * 1024 * 1024]) }));
        bomb.Length.ShouldBeLessThan(1_000_000);

        Should.Throw<SkillSourceException>(() => SkillArchive.Unpack(bomb)).Message.ShouldContain("larger than 10 MiB");
    }

    [Fact]
    public void Archive_WithTooManyFiles_IsGivenUp() =>
        Should.Throw<SkillSourceException>(() => SkillArchive.Unpack(Tar(tar =>
        {
            for (var i = 0; i <= 1000; i++)
            {
                tar.WriteEntry(File($"f{i}", ""));
            }
        }))).Message.ShouldContain("more than 1000 files");

    [Fact]
    public void Garbage_OfEveryLength_IsRefusedAndNothingElseHappens()
    {
        var whole = SkillArchive.Pack(new Dictionary<string, byte[]> { ["SKILL.md"] = Encoding.UTF8.GetBytes(new string('x', 3000)) });
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var broken = whole[..random.Next(whole.Length)].ToArray();
            for (var flips = 0; flips < round % 4 && broken.Length > 0; flips++)
            {
                broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
            }

            Try(broken);
        }
    }

    [Fact]
    public void Package_OfAFolder_NamesItsFilesAndIsTheSameEveryTime()
    {
        var files = new Dictionary<string, byte[]> { ["SKILL.md"] = "---\nname: look\nversion: 1.2.3\ndescription: looks\n---\nLook."u8.ToArray(), ["actions.yaml"] = "actions: []"u8.ToArray() };
        var package = SkillPackage.Of("folder", files);

        package.Config.ShouldBe(new SkillPackageConfig { Name = "look", Version = "1.2.3", Description = "looks", Files = package.Config.Files });
        package.Config.Files.ShouldBe(["SKILL.md", "actions.yaml"]);
        package.Digest.ShouldBe(SkillPackage.Of("folder", files).Digest);
        SkillPackage.Files(package.Content).Keys.ShouldBe(files.Keys);
    }

    [Fact]
    public void Package_OfABrokenSkill_SaysEverythingThatIsWrong()
    {
        var files = new Dictionary<string, byte[]> { ["SKILL.md"] = "---\nname: look\n---\n"u8.ToArray(), ["actions.yaml"] = "actions:\n- id: x\n"u8.ToArray() };
        var message = Should.Throw<SkillSourceException>(() => SkillPackage.Of("folder", files)).Message;

        message.ShouldContain("SKILL.md: there are no instructions");
        message.ShouldContain("actions.yaml: actions[0].tool");
        message.ShouldContain("actions.yaml: actions[0].tier");
    }

    [Fact]
    public void Package_OfNoText_IsRefused() =>
        Should.Throw<SkillSourceException>(() => SkillPackage.Of("folder", new Dictionary<string, byte[]> { ["SKILL.md"] = [0xff, 0xfe, 0x41] })).Message.ShouldContain("is not UTF-8 text");

    private static void Try(byte[] archive)
    {
        try
        {
            SkillArchive.Unpack(archive);
        }
        catch (SkillSourceException)
        {
            // What is broken is refused; a flip in a place that does not count is not.
        }
    }

    private static PaxTarEntry File(string path, string text) => new(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) };

    private static byte[] Tar(Action<TarWriter> write)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip, leaveOpen: true))
        {
            write(tar);
        }

        return packed.ToArray();
    }
}
