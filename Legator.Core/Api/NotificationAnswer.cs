namespace Legator.Core.Api;

/// <summary>What a person wanted of a message is done.</summary>
/// <param name="Id">The message or event.</param>
/// <param name="Status"><c>retrying</c> or <c>answered</c>.</param>
/// <param name="By">Who wanted it.</param>
public sealed record NotificationAnswer(string Id, string Status, string By);
