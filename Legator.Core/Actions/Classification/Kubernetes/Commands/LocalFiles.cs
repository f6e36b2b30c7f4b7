using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>What a call does with the files of the machine that kubectl runs on, and with addresses in their place.</summary>
internal static class LocalFiles
{
    /// <summary>True when the word names a file or folder of this machine, and not something to be fetched.</summary>
    public static bool IsLocal(string? word) =>
        word is not null && !word.Contains("://", StringComparison.Ordinal) && !word.Contains("::", StringComparison.Ordinal)
        && !word.StartsWith("git@", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("gh:", StringComparison.OrdinalIgnoreCase) && !word.Contains("?ref=", StringComparison.OrdinalIgnoreCase) && !word.Contains("//", StringComparison.Ordinal)
        && !word.StartsWith("github.com", StringComparison.OrdinalIgnoreCase) && !word.Contains(".git", StringComparison.OrdinalIgnoreCase);

    /// <summary>Why the call is no read although its command is one; null when its files are no reason.</summary>
    public static string? WhyNoRead(KubectlCall call) =>
        call.HasNoFlags ? null
        : (call.Has("filename") && !call.Values("filename").All(v => v is not null && v.Split(',').All(IsLocal))) || (call.Has("kustomize") && !call.Values("kustomize").All(IsLocal)) ? "fetches from an address"
        : call.Has("output") && call.Values("output").Any(NamesAFile) ? "shows a file of this machine"
        : call.Has("from-file") || call.Has("from-env-file") || call.Has("cert") || call.Has("key") || call.Has("patch-file") ? "reads files of this machine"
        : null;

    // custom-columns-file=…, jsonpath-file=…, go-template-file=…, templatefile=…: the file is shown where it holds no template.
    private static bool NamesAFile(string? output)
    {
        var format = (output ?? "file").AsSpan();
        var equals = format.IndexOf('=');
        return (equals < 0 ? format : format[..equals]).EndsWith("file", StringComparison.OrdinalIgnoreCase);
    }
}
