using Legator.Backends.Journals;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Notifications;
using Legator.Backends.Queues;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Runs;
using Legator.ServiceDefaults;
using Legator.Web.Api;
using Legator.Web.Approvals;
using Legator.Web.Catalog;
using Legator.Web.Dashboard;
using Legator.Web.Notifications;
using Legator.Web.SignIn;
using Legator.Web.Status;
using Legator.Web.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Legator.Web;

/// <summary>API and dashboard.</summary>
public static class WebRegistration
{
    /// <summary>Adds API, dashboard and sign-in, from configuration sections <c>Web</c> and <c>Cluster</c> and connection strings <c>journal</c> and <c>queue</c>. Needs the service defaults.</summary>
    public static IHostApplicationBuilder AddLegatorWeb(this IHostApplicationBuilder builder)
    {
        builder.AddCluster();
        builder.AddRunJournal();
        builder.AddRunQueue();
        builder.AddNotificationOutbox();
        builder.Services.AddSingleton<NotificationDesk>();
        builder.AddInformer<LegatorAgent>();
        builder.AddInformer<LegatorEnvironment>();
        builder.AddInformer<LegatorRun>(setUp: informer => informer.Keep = KeptRun.Of);
        builder.AddInformer<ModelTierConfig>();
        builder.Services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebOptions>, WebOptionsValidator>());
        builder.Services.AddSingleton<AgentCatalog>();
        builder.Services.AddSingleton<RunCatalog>();
        builder.Services.AddSingleton<StatusProblems>();
        builder.AddSignIn();
        builder.AddApprovals();
        builder.AddApi();
        builder.AddWebhooks();
        builder.AddDashboard();
        return builder;
    }

    /// <summary>Maps API and dashboard.</summary>
    public static WebApplication MapLegatorWeb(this WebApplication app)
    {
        app.UseApiErrors();
        app.UseDashboard();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapApi();
        app.MapWebhooks();
        app.MapMetrics().RequireAuthorization(Schemes.Read);
        app.MapDashboard();
        return app;
    }
}
