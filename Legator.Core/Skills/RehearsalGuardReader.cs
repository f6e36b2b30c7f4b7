using Legator.Core.Resources.Runs;

namespace Legator.Core.Skills;

/// <summary>Reads <c>when</c>.</summary>
internal static class RehearsalGuardReader
{
    public static RehearsalGuard? Read(SkillFields? fields)
    {
        if (fields is null)
        {
            return null;
        }

        fields.RefuseUnknown("trigger", "task", "target", "value", "is", "isNot", "matches", "matchesNot");
        var guard = new RehearsalGuard
        {
            Trigger = fields.Choice<RunTrigger>("trigger"),
            Task = fields.Text("task"),
            Target = fields.Text("target"),
            Value = fields.Text("value"),
            Is = fields.Text("is"),
            IsNot = fields.Text("isNot"),
            Matches = fields.Text("matches"),
            MatchesNot = fields.Text("matchesNot"),
        };
        var comparisons = new[] { guard.Is, guard.IsNot, guard.Matches, guard.MatchesNot }.Count(value => value is not null);
        if (comparisons != (guard.Value is null ? 0 : 1))
        {
            fields.Notes.Problem(fields.Path("value"), "goes with exactly one of is, isNot, matches, matchesNot");
        }

        RehearsalPattern.Check(guard.Matches ?? guard.MatchesNot, fields.Path("matches"), fields.Notes);
        return guard;
    }
}
