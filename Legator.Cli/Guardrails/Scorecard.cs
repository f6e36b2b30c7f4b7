namespace Legator.Cli.Guardrails;

/// <summary>How a set of cases went.</summary>
internal sealed class Scorecard
{
    private readonly List<GradedCase> _cases = [];

    public IReadOnlyList<GradedCase> Cases => _cases;

    /// <summary>True when anything was judged milder than its label, or a line is no case: nobody knows what it would have shown.</summary>
    public bool Failed => _cases.Count == 0 || _cases.Exists(c => c.Grade is CaseGrade.Miss or CaseGrade.Broken);

    public void Add(GradedCase graded) => _cases.Add(graded);

    public int Count(CaseGrade grade) => _cases.Count(c => c.Grade == grade);
}
