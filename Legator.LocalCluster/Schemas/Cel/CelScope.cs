namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>Variables in reach of an expression; macros open inner scopes.</summary>
internal sealed class CelScope(CelScope? outer, string name, object? value)
{
    public object? this[string wanted]
    {
        get
        {
            for (var scope = this; scope is not null; scope = scope.Outer)
            {
                if (scope.Name == wanted)
                {
                    return scope.Value;
                }
            }
            throw new CelException($"undeclared reference to '{wanted}'");
        }
    }

    private CelScope? Outer { get; } = outer;

    private string Name { get; } = name;

    private object? Value { get; } = value;

    public CelScope With(string inner, object? bound) => new(this, inner, bound);
}
