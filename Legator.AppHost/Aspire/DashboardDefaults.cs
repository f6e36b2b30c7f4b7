namespace Legator.AppHost.Aspire;

/// <summary>Where the Aspire dashboard listens when neither the environment nor a launch profile says so: loopback, plain http.</summary>
internal static class DashboardDefaults
{
    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, AllowUnsecuredTransport = true });
        builder.Configuration["ASPNETCORE_URLS"] ??= "http://127.0.0.1:15080";
        builder.Configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] ??= "http://127.0.0.1:15081";
        return builder;
    }
}
