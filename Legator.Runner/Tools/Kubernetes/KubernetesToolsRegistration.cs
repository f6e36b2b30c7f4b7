using Legator.Runner.Tools.Kubernetes.Manifests;
using Legator.Runner.Tools.Kubernetes.Marks;
using Legator.Runner.Tools.Kubernetes.Nodes;
using Legator.Runner.Tools.Kubernetes.Rollouts;
using Legator.Runner.Tools.Kubernetes.Schemas;
using Legator.Runner.Tools.Kubernetes.Usage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Registers the tools for clusters.</summary>
internal static class KubernetesToolsRegistration
{
    public static IServiceCollection AddKubernetesTools(this IServiceCollection services)
    {
        services.TryAddSingleton<KubernetesResolver>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<Tool, KubectlGetTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlListTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlDescribeTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlLogsTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlTopTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlEventsTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlExplainTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlApiResourcesTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlDiffTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlApplyTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlPatchTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlLabelTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlAnnotateTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlRolloutTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlScaleTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlCordonTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlUncordonTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlDrainTool>(),
            ServiceDescriptor.Singleton<Tool, KubectlDeleteTool>(),
        ]);
        return services;
    }
}
