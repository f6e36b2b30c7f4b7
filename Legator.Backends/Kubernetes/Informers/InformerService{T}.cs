using Legator.Core.Resources;
using Microsoft.Extensions.Hosting;

namespace Legator.Backends.Kubernetes.Informers;

/// <summary>Runs an informer for as long as the process runs.</summary>
internal sealed class InformerService<T>(Informer<T> informer) : BackgroundService
    where T : class, IResource
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => informer.RunAsync(stoppingToken);
}
