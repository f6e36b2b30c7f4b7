using Legator.Backends.Signatures;
using Legator.Core;
using Legator.Core.Api;
using Legator.Web.Anomalies;
using Legator.Web.Approvals;
using Legator.Web.Audit;
using Legator.Web.Cancels;
using Legator.Web.Journals;
using Legator.Web.Queues;
using Legator.Web.Rollbacks;
using Legator.Web.RunRequests;
using Legator.Web.SignIn;
using Legator.Web.Status;
using Microsoft.AspNetCore.Http.Features;

namespace Legator.Web.Api;

/// <summary>The HTTP API.</summary>
internal static class ApiRegistration
{
    public static IHostApplicationBuilder AddApi(this IHostApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            var rules = json.SerializerOptions;
            rules.PropertyNamingPolicy = LegatorJson.Options.PropertyNamingPolicy;
            rules.DefaultIgnoreCondition = LegatorJson.Options.DefaultIgnoreCondition;
            rules.NumberHandling = LegatorJson.Options.NumberHandling;
            foreach (var converter in LegatorJson.Options.Converters)
            {
                rules.Converters.Add(converter);
            }
        });
        builder.Services.AddSingleton<RecentRequests>();
        builder.Services.AddSingleton<RunRequester>();
        builder.Services.AddSingleton<UndoDesk>();
        builder.Services.AddSingleton<RunCanceller>();
        builder.Services.AddSingleton<QueueDesk>();
        builder.Services.AddSingleton<JournalFeed>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<JournalFeed>());
        builder.Services.AddSingleton<JournalReader>();
        builder.Services.AddSingleton<AuditState>();
        builder.Services.AddSingleton<AuditDesk>();
        builder.Services.AddSingleton<AnomalyDesk>();
        builder.Services.AddSingleton<StatusReporter>();
        builder.Services.AddOpenApi("v1", ApiDocument.Configure);
        return builder;
    }

    /// <summary>Errors and limits of everything under <c>/api</c> and <c>/webhook</c>; to stand before authentication, whose refusals it words.</summary>
    public static WebApplication UseApiErrors(this WebApplication app)
    {
        app.UseWhen(context => IsForPrograms(context.Request.Path), api => api.UseMiddleware<ApiErrors>());
        app.Use((context, next) =>
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = ApiLimits.MaxBodyBytes;
            }

            return next(context);
        });
        return app;
    }

    /// <summary>True for what programs call; everything else is pages for people.</summary>
    public static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments(ApiPaths.Webhooks);

    public static WebApplication MapApi(this WebApplication app)
    {
        var api = app.MapGroup("").RequireAuthorization(Schemes.Read).WithTags("legator");
        AgentEndpoints.Map(api);
        RunEndpoints.Map(api);
        UndoEndpoints.Map(api);
        CancelEndpoints.Map(api);
        QueueEndpoints.Map(api);
        JournalEndpoints.Map(api);
        ApprovalEndpoints.Map(api);
        NotificationEndpoints.Map(api);
        AuditEndpoints.Map(api);
        AnomalyEndpoints.Map(api);
        api.MapGet(ApiPaths.Status, (string? @namespace, StatusReporter reporter) => Answer.Json(reporter.Report(@namespace)))
            .Produces<StatusReport>().WithSummary("Whether Legator works, is idle and why, or is broken and why.");
        api.MapGet(ApiPaths.Me, (HttpContext context, Deciders deciders) => Answer.Json(Callers.Identify(context.User, deciders.MayRun(context.User), deciders.MayDecide(context.User))))
            .Produces<CallerIdentity>().WithSummary("Whom the API takes the caller for.");
        app.MapOpenApi();
        return app;
    }
}
