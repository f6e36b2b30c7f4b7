using System.Runtime.InteropServices;

namespace Legator.ServiceDefaults.Memory;

/// <summary>What the runtime itself and the libraries under it allocate: the C library keeps it when it is freed, up to a tenth of a small process.</summary>
internal static class FreedMemory
{
    private delegate int MallocTrim(nuint pad);

    private static readonly MallocTrim? Trimmer = Find();

    /// <summary>Gives free memory back to the system, where the C library is glibc.</summary>
    public static void Trim() => Trimmer?.Invoke(0);

    private static MallocTrim? Find() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out var function)
            ? Marshal.GetDelegateForFunctionPointer<MallocTrim>(function)
            : null;
}
