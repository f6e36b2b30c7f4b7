using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tools.Sql;

internal static class SqlToolRegistration
{
    public static IServiceCollection AddSqlTool(this IServiceCollection services)
    {
        services.AddOptions<SqlOptions>().BindConfiguration(SqlOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqlOptions>, SqlOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Tool, SqlQueryTool>());
        return services;
    }
}
