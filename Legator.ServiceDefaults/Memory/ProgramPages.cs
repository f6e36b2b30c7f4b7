using System.Globalization;
using System.Runtime.InteropServices;

namespace Legator.ServiceDefaults.Memory;

/// <summary>
/// Pages of programs and libraries that were read for a moment, most of them at the start: they stay mapped for as long as the process lives, and are half of what an idle one holds.
/// Let go, those that are needed come back from the system's cache at the next touch, a few microseconds each; nothing is read again from the disk while there is room.
/// </summary>
internal static class ProgramPages
{
    private const int LetGo = 4;

    private delegate int MemoryAdvice(nint start, nuint length, int advice);

    private static readonly MemoryAdvice? Advise = Find();

    /// <summary>Lets go of them, where the system is Linux.</summary>
    public static void Release()
    {
        if (Advise is null)
        {
            return;
        }

        try
        {
            foreach (var (start, length) in Unchanged(File.ReadLines("/proc/self/smaps")))
            {
                Advise(start, length, LetGo);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A system that does not tell what is mapped keeps what it has mapped.
        }
    }

    /// <summary>Mapped files that cannot be written and of which no page was changed: what is let go of them is in the file.</summary>
    private static IEnumerable<(nint Start, nuint Length)> Unchanged(IEnumerable<string> smaps)
    {
        var (start, length) = (default(nint), default(nuint));
        foreach (var line in smaps)
        {
            if (char.IsAsciiHexDigitLower(line[0]) || char.IsAsciiDigit(line[0]))
            {
                (start, length) = Program(line);
            }
            else if (length > 0 && line.StartsWith("Anonymous:", StringComparison.Ordinal) && line.EndsWith(" 0 kB", StringComparison.Ordinal))
            {
                yield return (start, length);
            }
        }
    }

    // 7f75bc000000-7f75bc100000 r-xp 00000000 fe:00 1234    /usr/lib/x86_64-linux-gnu/libc.so.6
    private static (nint Start, nuint Length) Program(string line)
    {
        var (space, path, dash) = (line.IndexOf(' ', StringComparison.Ordinal), line.IndexOf('/', StringComparison.Ordinal), line.IndexOf('-', StringComparison.Ordinal));
        if (path < 0 || line.AsSpan(path).StartsWith("/memfd") || line.AsSpan(space + 1, 4) is not ("r-xp" or "r--s"))
        {
            return default;
        }

        var start = nint.Parse(line.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (start, (nuint)(nint.Parse(line.AsSpan(dash + 1, space - dash - 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) - start));
    }

    private static MemoryAdvice? Find() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "madvise", out var function)
            ? Marshal.GetDelegateForFunctionPointer<MemoryAdvice>(function)
            : null;
}
