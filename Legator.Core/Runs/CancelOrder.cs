using Legator.Core.Redaction;
using Legator.Core.Resources;
using Legator.Core.Runs.Events;

namespace Legator.Core.Runs;

/// <summary>Somebody's wish that a run ends, as annotations of the LegatorRun say it. Whoever may write them may end the run; what they say is text and nothing more.</summary>
public static class CancelOrder
{
    private const int Longest = 1024;

    /// <summary>The wish; null when there is none.</summary>
    public static RunCancelled? Of(ObjectMeta metadata) => Of(metadata.Annotation(LegatorApi.CancelAnnotation), metadata.Annotation(LegatorApi.CancelByAnnotation));

    /// <summary>The wish; null when there is none.</summary>
    /// <param name="wish">Value of <see cref="LegatorApi.CancelAnnotation"/>; null where the run has none.</param>
    /// <param name="person">Value of <see cref="LegatorApi.CancelByAnnotation"/>; null where the run has none.</param>
    public static RunCancelled? Of(string? wish, string? person)
    {
        var why = wish?.Trim();
        if (string.IsNullOrEmpty(why) || why.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var by = person?.Trim();
        return new RunCancelled(string.IsNullOrEmpty(by) ? "somebody" : Plain(by), why.Equals("true", StringComparison.OrdinalIgnoreCase) ? null : Plain(why));
    }

    private static string Plain(string text) => Redactor.Default.Redact(text.Length > Longest ? text[..Longest] : text);
}
