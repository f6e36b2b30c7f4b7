namespace Legator.Backends.Tests.Kubernetes;

internal sealed record WidgetSpec
{
    public required string Size { get; init; }

    public string? Colour { get; init; }
}
