namespace Legator.Core.Notifications;

/// <summary>A named value of a message.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value.</param>
public sealed record NotificationFact(string Name, string Value);
