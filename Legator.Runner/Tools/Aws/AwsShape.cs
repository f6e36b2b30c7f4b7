namespace Legator.Runner.Tools.Aws;

/// <summary>What a parameter takes.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Members">Members of a structure.</param>
/// <param name="Item">Items of a list.</param>
internal sealed record AwsShape(AwsKind Kind, IReadOnlyList<AwsMember> Members, AwsShape? Item);
