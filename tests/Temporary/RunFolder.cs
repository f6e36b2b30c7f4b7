using System.Globalization;
using System.Runtime.CompilerServices;

namespace Legator.Tests.Temporary;

/// <summary>Everything temporary that a test process and its children make lies in one folder, which goes when the process ends; what killed ones left behind goes when the next begins.</summary>
internal static class RunFolder
{
    private const string Variable = "TMPDIR";
    private const string Prefix = "legator-tests-";
    private const string Mark = ".alive";
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;

    // Open and locked as long as the process lives.
    private static FileStream? alive;

    [ModuleInitializer]
    internal static void Begin()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var around = Path.GetTempPath();
        foreach (var left in Directory.EnumerateDirectories(around, Prefix + "*").Where(IsLeft))
        {
            Remove(left);
        }

        // A short name: paths of sockets may have 107 bytes.
        var folder = Directory.CreateDirectory(Path.Combine(around, Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture))).FullName;
        // As the folder around it: servers that tests start run as users of their own.
        File.SetUnixFileMode(folder, UnixFileMode.StickyBit | Everybody);
        alive = new FileStream(Path.Combine(folder, Mark), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Environment.SetEnvironmentVariable(Variable, folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Remove(folder);
            alive.Dispose();
        };
    }

    private static bool IsLeft(string folder)
    {
        try
        {
            using var locked = new FileStream(Path.Combine(folder, Mark), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process removes it as well, or somebody still writes there: the next one will.
        }
    }
}
