using System.Security.Cryptography;
using System.Text;

namespace Legator.Operator.Anomalies;

/// <summary>What is remembered of a run, without texts: ten thousand agents have twenty such.</summary>
/// <param name="Name">Digest of its name.</param>
/// <param name="Actions">How many actions it tried.</param>
/// <param name="Marks">Digests of its tools' kinds and its places, in order.</param>
internal readonly record struct KeptSample(ulong Name, int Actions, ulong[] Marks)
{
    public static KeptSample Of(RunSample run) => new(
        Mark("run", run.Name),
        run.Actions,
        [.. run.Tools.Select(tool => Mark("tool", tool)).Concat(run.Places.Select(place => Mark("place", place))).Order()]);

    /// <summary>Whether the run used tools of a kind.</summary>
    public bool Used(string tool) => Array.BinarySearch(Marks, Mark("tool", tool)) >= 0;

    /// <summary>Whether the run was at a place.</summary>
    public bool Was(string place) => Array.BinarySearch(Marks, Mark("place", place)) >= 0;

    /// <summary>Whether this is of a run of that name.</summary>
    public bool IsOf(string run) => Name == Mark("run", run);

    private static ulong Mark(string what, string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{what}\n{text}")));
}
