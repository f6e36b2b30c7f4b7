using Legator.Backends.Signatures;
using Legator.Core.Audit;
using Legator.Operator.Control;
using Legator.Operator.Retention;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Audit;

/// <summary>Adds the signing of the journal, and what removes old runs from under it.</summary>
internal static class AuditRegistration
{
    public static IHostApplicationBuilder AddAudit(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IAuditLog)))
        {
            return builder;
        }

        services.AddOptions<AuditOptions>().BindConfiguration(AuditOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>();
        services.AddSingleton<AuditState>();
        services.AddSingleton<AuditKeys>();
        services.AddSingleton<Checkpointer>();
        services.AddSingleton<IOperatorLoop>(provider => provider.GetRequiredService<Checkpointer>());
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddSingleton<RunArchive>();
        services.AddSingleton<IOperatorLoop, RunRetention>();
        return builder;
    }
}
