namespace Legator.Repository.Tests.House;

/// <summary>Collects all violations of a habit, so that one run shows every place to mend.</summary>
internal static class Problems
{
    public static void ShouldBeNone(this IEnumerable<string> problems, string habit)
    {
        var all = problems.Order(StringComparer.Ordinal).ToList();
        all.ShouldBeEmpty($"{habit}\n{string.Join('\n', all)}");
    }
}
