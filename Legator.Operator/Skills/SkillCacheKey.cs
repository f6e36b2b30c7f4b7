using Legator.Core.Resources.Agents;

namespace Legator.Operator.Skills;

/// <summary>What a read skill depends on.</summary>
/// <param name="Namespace">Namespace of the ConfigMap; empty for bundled skills.</param>
/// <param name="Name">Name of the ConfigMap or of the bundled skill.</param>
/// <param name="Field">Field of the ConfigMap that holds the Markdown.</param>
/// <param name="Version">Version of the ConfigMap.</param>
/// <param name="Reference">How the agent names it.</param>
internal sealed record SkillCacheKey(string Namespace, string Name, string Field, string Version, SkillRef Reference);
