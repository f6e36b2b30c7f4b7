using Legator.Web.Api;
using Legator.Web.Dashboard.Runs;
using Legator.Web.SignIn;

namespace Legator.Web.Dashboard;

/// <summary>The pages for people. They are rendered on the server and work without a script, which only keeps them fresh.</summary>
internal static class DashboardRegistration
{
    public static IHostApplicationBuilder AddDashboard(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<RunPages>();
        builder.Services.AddSingleton<SessionDoor>();
        return builder;
    }

    public static WebApplication UseDashboard(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseWhen(context => !ApiRegistration.IsForPrograms(context.Request.Path), pages => pages.UseMiddleware<DashboardErrors>());
        return app;
    }

    public static WebApplication MapDashboard(this WebApplication app)
    {
        app.MapGet("/assets/{name}", AssetFiles.Serve).AllowAnonymous().ExcludeFromDescription();
        SignInPages.Map(app);
        RunNowForm.Map(app);
        ApprovalForm.Map(app);
        MessageForm.Map(app);
        app.MapRazorComponents<App>().RequireAuthorization(Schemes.Browse);
        return app;
    }
}
