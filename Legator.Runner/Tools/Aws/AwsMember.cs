namespace Legator.Runner.Tools.Aws;

/// <summary>A parameter, or a member of one.</summary>
/// <param name="Name">What people write.</param>
/// <param name="Wire">What is sent.</param>
/// <param name="Place">Where it is sent.</param>
/// <param name="Shape">What it takes.</param>
internal sealed record AwsMember(string Name, string Wire, AwsPlace Place, AwsShape Shape);
