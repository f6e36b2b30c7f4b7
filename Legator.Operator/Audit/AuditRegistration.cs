using Legator.Backends.Signatures;
using Legator.Core.Audit;
using Legator.Operator.Control;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Audit;

/// <summary>Adds the signing of the journal.</summary>
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
        services.AddSingleton<IOperatorLoop, Checkpointer>();
        return builder;
    }
}
