using System.Text.Json.Serialization;

namespace Legator.Core.Guardrails;

/// <summary>What one check of the chain was asked and answered.</summary>
/// <param name="Check">Name of the check, e.g. <c>denied-actions</c>.</param>
/// <param name="Outcome">Its answer; <see cref="VerdictOutcome.Allow"/> means that it has no objection.</param>
/// <param name="Reason">Its reason.</param>
/// <param name="Message">Its answer in one sentence.</param>
public sealed record CheckTrace(string Check, VerdictOutcome Outcome, GuardrailReason Reason, string Message)
{
    private readonly IGuardrailCheck? _check;
    private readonly GuardrailInput? _judged;
    private string? _input;

    /// <summary>An answer whose input is put into words when somebody wants to read it.</summary>
    internal CheckTrace(IGuardrailCheck check, GuardrailInput judged, CheckAnswer answer)
        : this(check.Name, answer.Outcome, answer.Reason, answer.Message) => (_check, _judged) = (check, judged);

    /// <summary>What the check looked at, in words; empty when nobody wrote it down.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Input
    {
        get => _input ??= Describe();
        init => _input = value;
    }

    /// <summary>The same check with the same input and the same answer.</summary>
    public bool Equals(CheckTrace? other) =>
        other is not null && Check == other.Check && Outcome == other.Outcome && Reason == other.Reason && Message == other.Message && Input == other.Input;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Check, Outcome, Reason, Message);

    // The verdict stands; an input that cannot be put into words changes nothing about it.
    private string Describe()
    {
        try
        {
            return _check is null || _judged is null ? "" : _check.Describe(_judged);
        }
        catch (Exception exception)
        {
            return $"It cannot be put into words ({exception.GetType().Name}).";
        }
    }
}
