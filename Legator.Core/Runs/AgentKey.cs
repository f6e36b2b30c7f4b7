namespace Legator.Core.Runs;

/// <summary>Names one agent: the namespace and name of its LegatorAgent.</summary>
/// <param name="Namespace">Namespace of the LegatorAgent.</param>
/// <param name="Name">Name of the LegatorAgent.</param>
public readonly record struct AgentKey(string Namespace, string Name)
{
    /// <summary><c>namespace/name</c>.</summary>
    public override string ToString() => $"{Namespace}/{Name}";
}
