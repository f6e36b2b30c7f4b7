using Legator.Runner.Approvals;
using Legator.Runner.Rollbacks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Legator.Runner.Gate;

/// <summary>Registers the gate. It needs an IRunJournal and a TimeProvider.</summary>
internal static class ToolGateRegistration
{
    public static IServiceCollection AddToolGate(this IServiceCollection services)
    {
        services.TryAddSingleton<ActionHistory>();
        services.TryAddSingleton<IPolicyVersions, PolicyVersions>();
        services.TryAddSingleton<ApprovalDesk>();
        services.TryAddSingleton<RollbackDesk>();
        services.TryAddSingleton<FactGatherer>();
        services.TryAddSingleton<ToolGate>();
        return services;
    }
}
