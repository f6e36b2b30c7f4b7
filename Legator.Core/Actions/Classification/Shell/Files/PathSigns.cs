namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>Characters that stand for what is not known in a path. Nobody's file names use them, and a name that does is taken for a pattern.</summary>
internal static class PathSigns
{
    /// <summary>Any characters of one name.</summary>
    public const char Star = '\uE000';

    /// <summary>One character of a name.</summary>
    public const char One = '\uE001';

    /// <summary>Any text, slashes too.</summary>
    public const char Any = '\uE002';

    /// <summary>As a whole name: any number of names, none of them <c>..</c>.</summary>
    public const char Deep = '\uE003';

    /// <summary>The name that stands for any number of names.</summary>
    public const string DeepName = "\uE003";

    /// <summary>True when a text holds one of them.</summary>
    public static bool In(ReadOnlySpan<char> text) => text.IndexOfAnyInRange(Star, Deep) >= 0;
}
