using Legator.Core.Resources.Agents;
using Legator.Core.Triggers;

namespace Legator.Web.Webhooks;

/// <summary>An agent whose trigger a caller may use.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Trigger">Its trigger.</param>
/// <param name="Keys">What the caller proved to know; what is stored is sealed with it.</param>
internal sealed record WaitingAgent(LegatorAgent Agent, TriggerSpec Trigger, WebhookKeys Keys);
