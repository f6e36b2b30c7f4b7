namespace Legator.Backends.Kubernetes.Informers;

/// <summary>What an informer follows.</summary>
public sealed record InformerOptions
{
    /// <summary>Null for all namespaces.</summary>
    public string? Namespace { get; set; }

    public string? LabelSelector { get; set; }

    public string? FieldSelector { get; set; }

    /// <summary>How often every object is offered again, so that nothing is forgotten for good. Default 10 minutes.</summary>
    public TimeSpan ResyncPeriod { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Objects a list page. Default 500.</summary>
    public int PageSize { get; set; } = 500;
}
