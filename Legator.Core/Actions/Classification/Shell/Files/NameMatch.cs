namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>Says whether the name in a path may be the name that a rule means. Patterns that could be anything are taken for a rule's name only where the rule says in which place it lies.</summary>
internal static class NameMatch
{
    /// <summary>Compares a name.</summary>
    /// <param name="name">A name of a path.</param>
    /// <param name="rule">A name of a rule.</param>
    /// <param name="placed">True when the rule says where its files lie.</param>
    public static bool MayBe(string name, string rule, bool placed)
    {
        if (!PathSigns.In(name))
        {
            return PathSigns.In(rule) ? GlobMatch.Overlap(name, rule) : name == rule;
        }

        if (!PathSigns.In(rule))
        {
            return GlobMatch.Overlap(name, rule) && (placed || rule[0] == '.' || SaysSomething(name));
        }

        return PathSigns.In(rule.AsSpan(0, 1)) ? GlobMatch.Within(name, rule) : !PathSigns.In(name.AsSpan(0, 1)) && GlobMatch.Overlap(name, rule);
    }

    // `*.json` may be credentials.json, but nobody means that; `cred*.json` does.
    private static bool SaysSomething(string name)
    {
        var stem = name.LastIndexOf('.') is var dot and > 0 ? name.AsSpan(0, dot) : name.AsSpan();
        foreach (var sign in stem)
        {
            if (sign is < PathSigns.Star or > PathSigns.Deep)
            {
                return true;
            }
        }

        return name[0] == PathSigns.Any && name.Length == 1;
    }
}
