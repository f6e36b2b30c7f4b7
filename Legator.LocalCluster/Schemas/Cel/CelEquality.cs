namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>The language's equality for use in collections.</summary>
internal sealed class CelEquality : IEqualityComparer<object?>
{
    public static readonly CelEquality Instance = new();

    public new bool Equals(object? x, object? y) => CelOperators.AreEqual(x, y);

    public int GetHashCode(object? obj) => 0;
}
