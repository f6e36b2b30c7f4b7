using Legator.Core.Approvals;
using Legator.Runner.Tools.Kubernetes.Previews;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>What an apply of several objects would change, one after another.</summary>
internal static class ManifestPreview
{
    public static async Task<ActionPreview> OfAsync(Manifest manifest, bool force, CancellationToken cancellationToken)
    {
        var (parts, missing, dependents) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var item in manifest.Objects)
        {
            var preview = await TargetPreview.OfAsync(item.Target, async (previewer, token) => await (item with { Target = previewer }).ApplyAsync(force, rehearse: true, token), cancellationToken);
            (preview.Difference is null ? missing : parts).Add(preview.Difference ?? $"{item.Target.Phrase}: {preview.Unavailable}");
            dependents.AddRange(preview.Dependents);
        }

        return new ActionPreview(parts.Count == 0 ? null : string.Join('\n', parts), missing.Count == 0 ? null : string.Join(' ', missing.Distinct(StringComparer.Ordinal))) { Dependents = [.. dependents.Distinct(StringComparer.Ordinal)] };
    }
}
