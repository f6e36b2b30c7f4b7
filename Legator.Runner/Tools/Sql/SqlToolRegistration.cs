using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Legator.Runner.Tools.Sql;

internal static class SqlToolRegistration
{
    public static IServiceCollection AddSqlTool(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Tool, SqlQueryTool>());
        return services;
    }
}
