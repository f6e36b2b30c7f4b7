using System.Text;
using Legator.Core.Audit;
using Legator.Core.Skills.Remote;

namespace Legator.Core.Skills;

/// <summary>The texts that a skill is made of, before they are read.</summary>
/// <param name="Markdown">Front matter and instructions.</param>
/// <param name="Actions">The action sheet; null without one.</param>
/// <param name="Rehearsal">The rehearsal; null without one.</param>
public sealed record SkillFiles(string Markdown, string? Actions = null, string? Rehearsal = null)
{
    /// <summary>File with front matter and instructions.</summary>
    public const string MarkdownName = "SKILL.md";

    /// <summary>File with the action sheet.</summary>
    public const string ActionsName = "actions.yaml";

    /// <summary>File with the rehearsal.</summary>
    public const string RehearsalName = "rehearsal.yaml";

    /// <summary>Takes the files out of a ConfigMap's data; null with a problem when the Markdown is missing.</summary>
    /// <param name="name">Name of the ConfigMap, for the problem.</param>
    /// <param name="data">Its data; null when it has none.</param>
    /// <param name="key">Field that holds the Markdown.</param>
    /// <param name="problem">What is missing.</param>
    public static SkillFiles? FromConfigMap(string name, IReadOnlyDictionary<string, string>? data, string key, out string? problem)
    {
        data ??= new Dictionary<string, string>();
        problem = data.ContainsKey(key) ? null
            : $"ConfigMap '{name}' has no key '{key}' (it has: {(data.Count == 0 ? "none" : string.Join(", ", data.Keys.Order(StringComparer.Ordinal)))}): add it, or name the right one as configmap://{name}/KEY";
        return data.TryGetValue(key, out var markdown) ? new SkillFiles(markdown, data.GetValueOrDefault(ActionsName), data.GetValueOrDefault(RehearsalName)) : null;
    }

    /// <summary>Most bytes that one of the files may have: they travel in ConfigMaps and snapshots.</summary>
    public const int MostBytes = 256 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>SHA-256, lower-case hex, of the texts as they stand.</summary>
    public string Fingerprint() => CanonicalJson.Sha256(this);

    /// <summary>Takes the files out of a folder.</summary>
    /// <param name="place">Where the folder is, for the problem.</param>
    /// <param name="files">Content by path, with slashes.</param>
    /// <exception cref="SkillSourceException">The Markdown is missing, a file is too large or no text.</exception>
    public static SkillFiles FromFolder(string place, IReadOnlyDictionary<string, byte[]> files) => new(
        Text(files, MarkdownName) ?? throw SkillSourceException.Refusing($"there is no {MarkdownName} in {place}"),
        Text(files, ActionsName),
        Text(files, RehearsalName));

    private static string? Text(IReadOnlyDictionary<string, byte[]> files, string name)
    {
        if (!files.TryGetValue(name, out var content))
        {
            return null;
        }

        if (content.Length > MostBytes)
        {
            throw SkillSourceException.Refusing($"{name} is larger than {MostBytes / 1024} KiB");
        }

        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw SkillSourceException.Refusing($"{name} is not UTF-8 text");
        }
    }
}
