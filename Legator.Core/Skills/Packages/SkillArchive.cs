using System.Formats.Tar;
using System.IO.Compression;
using Legator.Core.Skills.Remote;

namespace Legator.Core.Skills.Packages;

/// <summary>The files of a skill as a gzipped tar archive, in memory. The same files always make the same bytes.</summary>
public static class SkillArchive
{
    /// <summary>Most bytes that the files of a skill may have together.</summary>
    public const long MostUnpacked = 10 * 1024 * 1024;

    private const int MostFiles = 1000;
    private const int LongestPath = 255;

    /// <summary>Packs files.</summary>
    /// <param name="files">Content by path, with slashes.</param>
    public static byte[] Pack(IReadOnlyDictionary<string, byte[]> files)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var tar = new TarWriter(gzip, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (path, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path)
                {
                    Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    DataStream = new MemoryStream(content, writable: false),
                });
            }
        }

        return packed.ToArray();
    }

    /// <summary>Unpacks files; what names a place outside of the skill's folder, links, and lists a file twice is refused.</summary>
    /// <returns>Content by path, with slashes.</returns>
    /// <exception cref="SkillSourceException">It is no such archive, too large, or hostile.</exception>
    public static IReadOnlyDictionary<string, byte[]> Unpack(byte[] archive)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(archive, writable: false), CompressionMode.Decompress);
            using var tar = new TarReader(new BoundedStream(gzip, MostUnpacked));
            return ReadAll(tar);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or FormatException or ArgumentException or OverflowException or NotSupportedException or InvalidOperationException)
        {
            throw SkillSourceException.Refusing("the content is no gzipped tar archive, or a broken one");
        }
    }

    private static SortedDictionary<string, byte[]> ReadAll(TarReader tar)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes)
            {
                continue;
            }

            var path = Inside(entry.Name) ?? throw SkillSourceException.Refusing($"the archive holds '{Shown(entry.Name)}', which is no path inside of a skill");
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
            {
                throw SkillSourceException.Refusing($"the archive holds '{Shown(entry.Name)}', which is no plain file: a skill has no links and no devices");
            }

            if (files.Count == MostFiles || !files.TryAdd(path, Content(entry)))
            {
                throw SkillSourceException.Refusing(files.Count == MostFiles ? $"the archive holds more than {MostFiles} files" : $"the archive holds '{Shown(path)}' twice");
            }
        }

        return files;
    }

    private static byte[] Content(TarEntry entry)
    {
        using var content = new MemoryStream();
        entry.DataStream?.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>The path below the skill's folder; null when it leads anywhere else.</summary>
    private static string? Inside(string name)
    {
        var path = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        return path.Length is > 0 and <= LongestPath && !path.Contains('\\', StringComparison.Ordinal) && !path.Contains(':', StringComparison.Ordinal) && !path.Any(char.IsControl)
            && path.Split('/').All(segment => segment.Length > 0 && segment is not ("." or ".."))
                ? path
                : null;
    }

    private static string Shown(string name) => new([.. name.Take(80).Select(c => char.IsControl(c) ? '?' : c)]);
}
