using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Kubernetes.Lines;

/// <summary>The flags of one command, written as kubectl's help names them: <c>o:output=</c> must have a value, <c>dry-run?</c> may have one, <c>A:all-namespaces</c> is a switch.</summary>
internal sealed class KubectlFlags
{
    private readonly FrozenDictionary<string, KubectlFlag> _byName;
    private readonly FrozenDictionary<char, KubectlFlag> _byLetter;

    public KubectlFlags(params ReadOnlySpan<string> specs)
    {
        var flags = string.Join(' ', specs).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList();
        _byName = flags.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
        _byLetter = flags.Where(f => f.Letter != '\0').ToFrozenDictionary(f => f.Letter);
    }

    /// <summary>The flag of that long name; null when the command has none.</summary>
    public KubectlFlag? Find(ReadOnlySpan<char> name) =>
        _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var flag) ? flag : null;

    /// <summary>The flag of that letter; null when the command has none.</summary>
    public KubectlFlag? Find(char letter) => _byLetter.GetValueOrDefault(letter);

    private static KubectlFlag Read(string spec)
    {
        var letter = spec.Length > 1 && spec[1] == ':' ? spec[0] : '\0';
        var name = letter == '\0' ? spec : spec[2..];
        return name[^1] switch
        {
            '=' => new KubectlFlag(name[..^1], letter, KubectlFlagValue.Required),
            '?' => new KubectlFlag(name[..^1], letter, KubectlFlagValue.Optional),
            _ => new KubectlFlag(name, letter, KubectlFlagValue.Switch),
        };
    }
}
