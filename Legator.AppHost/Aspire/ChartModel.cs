namespace Legator.AppHost.Aspire;

/// <summary>What <c>--operation publish --step publish</c> writes: a chart whose data survives its pods.</summary>
internal static class ChartModel
{
    public static void AddKubernetesChart(this IDistributedApplicationBuilder builder) =>
        builder.AddKubernetesEnvironment("kubernetes")
            .WithProperties(environment =>
            {
                environment.DefaultStorageType = "pvc";
                environment.DefaultImagePullPolicy = "IfNotPresent";
            })
            .WithHelm(chart => chart.WithChartName("legator").WithNamespace("legator-system"))
            .WithDashboard(false);
}
