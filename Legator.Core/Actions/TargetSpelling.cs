namespace Legator.Core.Actions;

/// <summary>Every spelling of a target, folded for comparison, as what they begin with times what they end with: a kind has many names and an object's place is written in many ways, and all combinations mean the same. Nothing is spelled before somebody asks.</summary>
internal abstract class TargetSpelling
{
    private static readonly string[] Whole = [""];

    /// <summary>What spellings begin with; one empty text where nothing can be split off.</summary>
    public abstract IReadOnlyList<string> Heads { get; }

    /// <summary>What follows any of the heads.</summary>
    public abstract IReadOnlyList<string> Tails { get; }

    /// <summary>Spellings that have nothing in common.</summary>
    public static TargetSpelling Of(IReadOnlyList<string> spellings) => new Separate(spellings);

    /// <summary>Every spelling.</summary>
    public IReadOnlyList<string> All() => [.. Heads.SelectMany(head => Tails.Select(tail => head + tail))];

    private sealed class Separate(IReadOnlyList<string> spellings) : TargetSpelling
    {
        private string[]? _tails;

        public override IReadOnlyList<string> Heads => Whole;

        public override IReadOnlyList<string> Tails => _tails ??= Folded(spellings);

        private static string[] Folded(IReadOnlyList<string> spellings)
        {
            var tails = new string[spellings.Count];
            for (var i = 0; i < tails.Length; i++)
            {
                tails[i] = spellings[i].ToUpperInvariant();
            }

            return tails;
        }
    }
}
