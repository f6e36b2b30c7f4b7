using System.Collections;

namespace Legator.Core.Actions.Classification.Shell.Words;

/// <summary>Words from some place on, without a copy.</summary>
/// <param name="words">All of them.</param>
/// <param name="start">How many are left out.</param>
internal sealed class WordSpan(IReadOnlyList<ShellWord> words, int start) : IReadOnlyList<ShellWord>
{
    public int Count => words.Count - start;

    public ShellWord this[int index] => words[index + start];

    public IEnumerator<ShellWord> GetEnumerator()
    {
        for (var i = start; i < words.Count; i++)
        {
            yield return words[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
