using System.Globalization;

namespace Legator.Runner.Tools.Kubernetes.Usage;

/// <summary>Reads amounts as Kubernetes writes them: <c>250m</c>, <c>1.5Gi</c>, <c>12345678n</c>.</summary>
internal static class Quantity
{
    private static readonly (string Suffix, double Factor)[] Units =
    [
        ("Ki", 1024d), ("Mi", 1024d * 1024), ("Gi", 1024d * 1024 * 1024), ("Ti", 1024d * 1024 * 1024 * 1024), ("Pi", 1024d * 1024 * 1024 * 1024 * 1024),
        ("n", 1e-9), ("u", 1e-6), ("m", 1e-3), ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("P", 1e15), ("", 1),
    ];

    /// <summary>The amount; 0 for what is none.</summary>
    public static double Read(string text)
    {
        var (suffix, factor) = Units.First(u => text.EndsWith(u.Suffix, StringComparison.Ordinal));
        return double.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number * factor : 0;
    }

    /// <summary>Cores in thousandths, as kubectl shows them.</summary>
    public static string Cpu(double cores) => $"{Math.Ceiling(Math.Round(cores * 1000, 6))}m";

    /// <summary>Bytes in mebibytes, as kubectl shows them.</summary>
    public static string Memory(double bytes) => $"{Math.Floor(bytes / 1024 / 1024)}Mi";
}
