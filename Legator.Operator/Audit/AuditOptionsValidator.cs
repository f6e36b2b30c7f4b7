using Microsoft.Extensions.Options;

namespace Legator.Operator.Audit;

internal sealed class AuditOptionsValidator : IValidateOptions<AuditOptions>
{
    public ValidateOptionsResult Validate(string? name, AuditOptions options) =>
        options.CheckpointInterval < TimeSpan.FromSeconds(1) || options.CheckpointInterval > TimeSpan.FromHours(1)
            ? ValidateOptionsResult.Fail("Operator:Audit:CheckpointInterval must lie between 00:00:01 and 01:00:00.")
            : ValidateOptionsResult.Success;
}
