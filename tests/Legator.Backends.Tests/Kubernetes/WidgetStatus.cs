namespace Legator.Backends.Tests.Kubernetes;

internal sealed record WidgetStatus
{
    public int Uses { get; init; }
}
