using System.Runtime.CompilerServices;

namespace Legator.Core.Audit;

/// <summary>What a check found wrong; a hundred sentences are enough for anybody.</summary>
internal sealed class AuditProblems
{
    private const int Most = 100;
    private readonly List<string> all = [];
    private long more;

    public bool IsNone => all.Count == 0;

    public IReadOnlyList<string> All => more == 0 ? all : [.. all, FormattableString.Invariant($"And {more} more.")];

    public void Add(FormattableString problem)
    {
        if (all.Count < Most)
        {
            all.Add(FormattableString.Invariant(problem));
        }
        else
        {
            more++;
        }
    }

    public void Add(string problem) => Add(FormattableStringFactory.Create("{0}", problem));
}
