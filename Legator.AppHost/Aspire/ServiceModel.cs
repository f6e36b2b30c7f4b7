using global::Aspire.Hosting.Kubernetes.Resources;

namespace Legator.AppHost.Aspire;

/// <summary>Makes a service of the topology a resource: replicas, references, waits, probes, endpoints.</summary>
internal static class ServiceModel
{
    private const string Http = "http";

    public static IResourceBuilder<ProjectResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder, ServiceTopology service, ClusterAccess cluster, Stores stores)
        where TProject : IProjectMetadata, new()
    {
        var project = builder.AddProject<TProject>(service.Name, launchProfileName: null)
            .WithReplicas(service.Replicas)
            .WithHttpEndpoint(name: Http)
            .Probe()
            .Reach(cluster);
        foreach (var name in service.Uses)
        {
            project.WithReference(stores[name], name).WaitFor(stores[name]);
        }

        if (service.LeaderElected)
        {
            project.WithEnvironment(Setting.Variable(Setting.LeaderElection), "true");
        }

        return service.External ? project.WithExternalHttpEndpoints() : project;
    }

    public static void AddChatOps(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> web, ApiTokens tokens)
    {
        var chatOps = builder.AddProject<Projects.Legator_ChatOps>(Topology.ChatOps.Name, launchProfileName: null)
            .WithHttpEndpoint(name: Http)
            .Probe()
            .WithEnvironment(Setting.Variable(Setting.ChatOpsToken), tokens.ChatOps)
            .WithEnvironment(Setting.Variable(Setting.ChatOpsApiBaseUrl), web.GetEndpoint(Http))
            .WaitFor(web);
        foreach (var key in new[] { Setting.TelegramBotToken, Setting.TelegramBindings }.Where(k => builder.Configuration[k] is { Length: > 0 }))
        {
            chatOps.WithEnvironment(Setting.Variable(key), builder.AddParameterFromConfiguration(ParameterName(key), key, secret: true));
        }
    }

    private static string ParameterName(string key) => key == Setting.TelegramBotToken ? "telegram-bot-token" : "telegram-bindings";

    private static IResourceBuilder<ProjectResource> Reach(this IResourceBuilder<ProjectResource> project, ClusterAccess cluster)
    {
        if (cluster.Kubeconfig is { } kubeconfig)
        {
            project.WithEnvironment(Setting.Variable(Setting.Kubeconfig), kubeconfig);
        }

        return cluster.LocalCluster is { } local ? project.WaitFor(local) : project;
    }

    private static IResourceBuilder<ProjectResource> Probe(this IResourceBuilder<ProjectResource> project) =>
        project.WithHttpProbe(ProbeType.Liveness, Topology.LivenessPath, endpointName: Http)
            .WithHttpProbe(ProbeType.Readiness, Topology.ReadinessPath, endpointName: Http)
            .PublishAsKubernetesService(published => published.Workload?.PodTemplate.Spec.Containers.ForEach(SpellScheme));

    /// <summary>The publisher writes the scheme in lower case; Kubernetes takes HTTP and HTTPS only.</summary>
    private static void SpellScheme(ContainerV1 container)
    {
        foreach (var get in new[] { container.LivenessProbe, container.ReadinessProbe }.Select(p => p?.HttpGet).OfType<HttpGetActionV1>())
        {
            get.Scheme = get.Scheme.ToUpperInvariant();
        }
    }
}
