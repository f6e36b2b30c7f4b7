namespace Legator.Core.Api;

/// <summary>A decision is recorded.</summary>
/// <param name="Status"><c>approved</c> or <c>denied</c>.</param>
/// <param name="Id">Name of the ApprovalRequest.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Run">The run that goes on.</param>
/// <param name="DecidedBy">Who decided, as it is recorded.</param>
/// <param name="DecidedAt">When.</param>
public sealed record ApprovalAnswer(string Status, string Id, string Namespace, string Run, string DecidedBy, DateTimeOffset DecidedAt);
