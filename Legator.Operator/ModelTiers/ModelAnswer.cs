namespace Legator.Operator.ModelTiers;

/// <summary>What a provider said when it was asked whether it is there.</summary>
/// <param name="Answers">It serves us, as far as can be known without asking a model.</param>
/// <param name="Reason">One CamelCase word.</param>
/// <param name="Message">Who was asked, where, and what came of it; where something is wrong, the fix. Without secrets.</param>
internal sealed record ModelAnswer(bool Answers, string Reason, string Message);
