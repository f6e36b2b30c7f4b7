namespace Legator.Web.Dashboard.Runs;

/// <summary>A step of the run itself: taken up, asked the model, reported, ended.</summary>
/// <param name="Sequence">Sequence of the journal event.</param>
/// <param name="At">Time of day, UTC.</param>
/// <param name="Title">What happened.</param>
/// <param name="Text">What was said; untrusted.</param>
public sealed record MilestoneEntry(long Sequence, string At, string Title, string? Text = null) : TimelineEntry(Sequence, At)
{
    public string Tone { get; init; } = "";

    /// <summary>Small print; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Name of the approval that it is about; null for none.</summary>
    public string? Approval { get; init; }

    /// <summary>Longer texts, folded away; untrusted.</summary>
    public IReadOnlyList<(string Title, string Text)> Details { get; init; } = [];
}
