using Legator.Runner.Tools.Aws;
using Legator.Runner.Tools.Azure;
using Legator.Runner.Tools.Delegation;
using Legator.Runner.Tools.Dns;
using Legator.Runner.Tools.Http;
using Legator.Runner.Tools.Kubernetes;
using Legator.Runner.Tools.Mcp;
using Legator.Runner.Tools.Plans;
using Legator.Runner.Tools.Sql;
using Legator.Runner.Tools.Ssh;
using Legator.Runner.Tools.State;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Legator.Runner.Tools;

/// <summary>Registers every tool that a run can be offered. It needs the cluster's clients.</summary>
internal static class ToolsRegistration
{
    public static IServiceCollection AddTools(this IServiceCollection services)
    {
        services.TryAddSingleton<ToolCatalog>();
        services.TryAddSingleton<AgentNotes>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<Tool, StateGetTool>(),
            ServiceDescriptor.Singleton<Tool, StateSetTool>(),
            ServiceDescriptor.Singleton<Tool, StateDeleteTool>(),
            ServiceDescriptor.Singleton<Tool, PlanSubmitTool>(),
        ]);
        return services.AddKubernetesTools().AddHttpTools().AddAwsTool().AddAzureTool().AddDnsTools().AddSshTool().AddSqlTool().AddMcpTools().AddDelegationTools();
    }
}
