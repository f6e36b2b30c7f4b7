using Legator.Backends.Journals;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Queues;
using Legator.Backends.SkillSources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Approvals;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.UserPolicies;
using Legator.Core.RunLists;
using Legator.Operator.Accounts;
using Legator.Operator.Agents;
using Legator.Operator.Anomalies;
using Legator.Operator.Approvals;
using Legator.Operator.Audit;
using Legator.Operator.Connectivity;
using Legator.Operator.Control;
using Legator.Operator.Delegation;
using Legator.Operator.Environments;
using Legator.Operator.Events;
using Legator.Operator.Limits;
using Legator.Operator.ModelTiers;
using Legator.Operator.Notifications;
using Legator.Operator.Projection;
using Legator.Operator.QueueWatch;
using Legator.Operator.Requests;
using Legator.Operator.Rollbacks;
using Legator.Operator.RunLists;
using Legator.Operator.Runs;
using Legator.Operator.Schedules;
using Legator.Operator.Secrets;
using Legator.Operator.Skills;
using Legator.Operator.Skills.Remote;
using Legator.Operator.Triggers;
using Legator.Operator.Triggers.ClusterEvents;
using Legator.Operator.Triggers.Deliveries;
using Legator.Operator.UserPolicies;
using Legator.Operator.Vaults;
using Legator.ServiceDefaults.Connectivity;
using Microsoft.Extensions.Options;

namespace Legator.Operator;

/// <summary>Adds the Operator to a process.</summary>
public static class OperatorRegistration
{
    /// <summary>Adds all of the Operator: controllers, schedules, projector. Needs the service defaults; adds cluster, queue and journal where they are not there yet.</summary>
    public static IHostApplicationBuilder AddLegatorOperator(this IHostApplicationBuilder builder)
    {
        builder.AddCluster().AddRunQueue().AddRunJournal().AddConnectivity().AddSkillSources();
        var services = builder.Services;
        services.AddOptions<OperatorOptions>().BindConfiguration(OperatorOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OperatorOptions>, OperatorOptionsValidator>();
        services.AddOptions<RunLimitOptions>().BindConfiguration(RunLimitOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RunLimitOptions>, RunLimitOptionsValidator>();
        AddInformers(builder);
        AddParts(services);
        AddLoops(services);
        builder.AddNotifications();
        builder.AddAnomalies();
        builder.AddAudit();
        services.AddHostedService<OperatorService>();
        return builder;
    }

    private static void AddInformers(IHostApplicationBuilder builder)
    {
        var namespaces = builder.Configuration.GetSection(OperatorOptions.Section).Get<OperatorOptions>()?.Namespaces ?? [];
        void Scope(InformerOptions options) => options.Namespace = namespaces.Length == 1 ? namespaces[0] : null;

        builder.AddInformer<LegatorAgent>(Scope, informer => informer.Keep = KeptAgent.Of);
        builder.AddInformer<LegatorEnvironment>(Scope);
        builder.AddInformer<ModelTierConfig>();
        builder.AddInformer<UserPolicy>();
        builder.AddInformer<RunHead>(Scope, informer => informer.Keep = run => run.Kept());
        builder.AddInformer<ConfigMapHead>(Scope);
        builder.AddInformer<AgentEvent>(Scope);
        builder.AddInformer<ApprovalRequest>(Scope);
        builder.Services.AddSingleton<InformerSet>();
    }

    private static void AddParts(IServiceCollection services)
    {
        services.AddSingleton<SecretWatches>();
        services.AddSingleton<SecretPresence>();
        services.AddSingleton<SecretUsers>();
        services.AddSingleton<SkillCredentials>();
        services.AddSingleton<SkillFetcher>();
        services.AddSingleton<SkillCopies>();
        services.AddSingleton<SkillLooks>();
        services.AddSingleton<RemoteSkills>();
        services.AddSingleton<SkillLibrary>();
        services.AddSingleton<ClusterCheck>();
        services.AddSingleton<EnvironmentChecks>();
        services.AddSingleton<McpHealth>();
        services.AddSingleton<NoticeBoard>();
        services.AddSingleton<TierChecks>();
        services.AddSingleton<ProbeCredentials>();
        services.AddSingleton<ModelProbe>();
        services.AddSingleton<ModelReports>();
        services.AddSingleton<AgentIndex>();
        services.AddSingleton<AgentReviewer>();
        services.AddSingleton<RunBook>();
        services.AddSingleton<SlotCrowd>();
        services.AddSingleton<ScheduleMetrics>();
        services.AddSingleton<RunAdmission>();
        services.AddSingleton<WaitingRuns>();
        services.AddSingleton<AgentAccounts>();
        services.AddSingleton<RunMaker>();
        services.AddSingleton<RunCancels>();
        services.AddSingleton<RunRequests>();
        services.AddSingleton<UndoOrders>();
        services.AddSingleton<ConnectivityReports>();
        services.AddSingleton<VaultReports>();
        services.AddSingleton<VaultCheck>();
        services.AddSingleton<EventOrigins>();
        services.AddSingleton<AgentRuns>();
        services.AddSingleton<TaskDesk>();
        services.AddSingleton<EventTriggers>();
        services.AddSingleton<TriggerChecks>();
        services.AddSingleton<DeliveryProofs>();
        services.AddSingleton<DeliveryRuns>();
        services.AddSingleton<HappeningBox>();
        services.AddSingleton(typeof(StatusWriter<>));
    }

    private static void AddLoops(IServiceCollection services)
    {
        AddController<AgentController>(services);
        AddController<RunController>(services);
        AddController<EnvironmentController>(services);
        AddController<VaultController>(services);
        AddController<ModelTierController>(services);
        AddController<ModelProbeController>(services);
        AddController<UserPolicyController>(services);
        AddController<AgentEventController>(services);
        AddController<DeliveryController>(services);
        AddController<ClusterEventController>(services);
        services.AddSingleton<IOperatorLoop, ClusterEventWatch>();
        AddController<ApprovalController>(services);
        AddController<ConnectivityController>(services);
        services.AddSingleton<IOperatorLoop>(provider => provider.GetRequiredService<SecretWatches>());
        AddController<RemoteSkillController>(services);
        services.AddSingleton<QueueMetrics>();
        services.AddSingleton<IOperatorLoop, QueueLookout>();
        services.AddSingleton<JournalMetrics>();
        services.AddSingleton<JournalTail>();
        services.AddSingleton<IOperatorLoop, Projector>();
        if (services.Any(service => service.ServiceType == typeof(IRunListStore)))
        {
            services.AddSingleton<IOperatorLoop, RunLister>();
        }

        services.AddSingleton<EventRecorder>();
        services.AddSingleton<IOperatorLoop>(provider => provider.GetRequiredService<EventRecorder>());
    }

    private static void AddController<T>(IServiceCollection services)
        where T : class, IController
    {
        services.AddSingleton<T>();
        services.AddSingleton<IOperatorLoop, ControllerLoop<T>>();
    }
}
