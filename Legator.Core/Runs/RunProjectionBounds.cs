namespace Legator.Core.Runs;

/// <summary>How much of a run its status holds: together far below the 1.5 MiB that an etcd object may have.</summary>
internal static class RunProjectionBounds
{
    public const int Actions = 150;
    public const int Findings = 100;
    public const int Report = 16_384;
    public const int Result = 1_024;
    public const int Sentence = 512;

    /// <summary>Cuts a text and says so; never splits a character.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return $"{text[..end]}… [{text.Length - end} more characters in the journal]";
    }
}
