namespace Legator.Core.Guardrails.Provenance;

/// <summary>Sequences of terms, each as one number, by which it is told whether a text repeats some of another.</summary>
internal sealed class TermRuns
{
    /// <summary>So many terms in a row are a quotation, where nothing is asked for.</summary>
    public const int Long = 4;

    /// <summary>So many, where something is.</summary>
    public const int Short = 3;

    private readonly HashSet<ulong> _runs = [];

    public bool IsEmpty => _runs.Count == 0;

    /// <summary>Takes all sequences of a text.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        ulong a = 0, b = 0, c = 0;
        var count = 0;
        foreach (var range in new TextTerms(text))
        {
            var d = Hash(text[range]);
            count++;
            if (count >= Short)
            {
                _runs.Add(Of(b, c, d));
            }

            if (count >= Long)
            {
                _runs.Add(Of(a, b, c, d));
            }

            (a, b, c) = (b, c, d);
        }
    }

    /// <summary>The first sequence of a text that stands here and not among others; null when there is none.</summary>
    public string? FirstIn(ReadOnlySpan<char> text, TermRuns others, int length, Func<string, bool>? counts = null)
    {
        Span<ulong> last = stackalloc ulong[Long];
        Span<int> starts = stackalloc int[Long];
        var count = 0;
        foreach (var range in new TextTerms(text))
        {
            for (var i = 0; i < Long - 1; i++)
            {
                (last[i], starts[i]) = (last[i + 1], starts[i + 1]);
            }

            (last[^1], starts[^1]) = (Hash(text[range]), range.Start.Value);
            count++;
            if (count >= length && Of(last[(Long - length)..]) is var run && _runs.Contains(run) && !others._runs.Contains(run)
                && text[starts[Long - length]..range.End.Value].ToString() is var found && counts?.Invoke(found) != false)
            {
                return found;
            }
        }

        return null;
    }

    private static ulong Of(params ReadOnlySpan<ulong> terms)
    {
        var run = (ulong)terms.Length;
        foreach (var term in terms)
        {
            run = (run ^ term) * 1099511628211UL;
            run ^= run >> 29;
        }

        return run;
    }

    private static ulong Hash(ReadOnlySpan<char> term)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in term)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        }

        return hash;
    }
}
