namespace Legator.Core.Api;

/// <summary>What became of a delivery to a webhook.</summary>
/// <param name="Status"><c>accepted</c>.</param>
/// <param name="Source">The last part of the path.</param>
/// <param name="Delivery">What tells the delivery from others; runs name it in <c>spec.delivery.ids</c>.</param>
/// <param name="Agents">How many agents wait for the source.</param>
/// <param name="Triggered">For how many of them it was stored.</param>
/// <param name="Outcomes">What became of it for each.</param>
public sealed record WebhookAnswer(string Status, string Source, string Delivery, int Agents, int Triggered, IReadOnlyList<WebhookOutcome> Outcomes);
