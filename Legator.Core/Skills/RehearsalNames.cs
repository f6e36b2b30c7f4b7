namespace Legator.Core.Skills;

/// <summary>Checks that placeholders name a result of an earlier turn and a value that is taken from it.</summary>
internal static class RehearsalNames
{
    public static void Check(IReadOnlyList<RehearsalTurn> turns, string path, SkillFileNotes notes)
    {
        var known = new Dictionary<string, RehearsalCall>(StringComparer.Ordinal);
        for (var index = 0; index < turns.Count; index++)
        {
            var at = $"{path}[{index}]";
            foreach (var text in Texts(turns[index]))
            {
                foreach (var name in RehearsalPlaceholder.In(text).Where(name => !Resolves(name, known)))
                {
                    notes.Problem(at, $"placeholder '${{{name}}}' names nothing that is known by then: {Known(name, known)}");
                }
            }

            foreach (var call in turns[index].Call.Where(call => call.As is not null))
            {
                if (call.As is "run" or "each" or "endpoints")
                {
                    notes.Problem(at, $"the name '{call.As}' is taken: placeholders find something else under it");
                }
                else if (!known.TryAdd(call.As!, call))
                {
                    notes.Problem(at, $"the name '{call.As}' is used twice: results need different names");
                }
            }
        }
    }

    private static IEnumerable<string> Texts(RehearsalTurn turn) =>
        new[] { turn.Say, turn.Report, turn.When?.Value }
            .Concat(turn.Call.Select(call => call.Arguments?.GetRawText()))
            .Concat(turn.Findings.SelectMany(finding => new[] { finding.Message, finding.Resource, finding.When?.Value }))
            .OfType<string>();

    private static bool Resolves(string name, Dictionary<string, RehearsalCall> known)
    {
        var parts = name.Split('.', 2);
        return parts[0] switch
        {
            "run" => parts.Length == 2 && RehearsalFacts.RunFields.Contains(parts[1]),
            "endpoints" => parts.Length == 2,
            "each" => parts.Length == 2 && parts[1] is "name" or "url",
            _ => parts.Length == 2 && known.TryGetValue(parts[0], out var call) && (RehearsalOutcome.Fields.Contains(parts[1]) || call.Take.ContainsKey(parts[1])),
        };
    }

    private static string Known(string name, Dictionary<string, RehearsalCall> known) =>
        known.TryGetValue(name.Split('.')[0], out var call)
            ? $"'{call.As}' has {string.Join(", ", RehearsalOutcome.Fields.Concat(call.Take.Keys))}"
            : $"there are run.*, endpoints.NAME{string.Concat(known.Keys.Select(key => $", {key}.*"))}";
}
