using Microsoft.Extensions.Options;

namespace Legator.Operator;

internal sealed class OperatorOptionsValidator : IValidateOptions<OperatorOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorOptions options)
    {
        var problems = new List<string>();
        if (options.Namespaces.Any(string.IsNullOrWhiteSpace))
        {
            problems.Add("Operator:Namespaces holds an empty name: remove it, or leave the list empty to look after all namespaces.");
        }

        if (string.IsNullOrWhiteSpace(options.SystemNamespace))
        {
            problems.Add("Operator:SystemNamespace is empty: name the namespace of the product, such as legator-system.");
        }

        if (options.LeaseDuration < TimeSpan.FromSeconds(3) || options.LeaseDuration > TimeSpan.FromMinutes(5))
        {
            problems.Add("Operator:LeaseDuration must lie between 00:00:03 and 00:05:00.");
        }

        if (options.Workers is < 1 or > 64)
        {
            problems.Add("Operator:Workers must lie between 1 and 64.");
        }

        if (options.EventRetention < TimeSpan.FromMinutes(1) || options.EventRetention > TimeSpan.FromDays(30))
        {
            problems.Add("Operator:EventRetention must lie between 00:01:00 and 30.00:00:00.");
        }

        if (options.ApprovalRetention < TimeSpan.FromMinutes(1) || options.ApprovalRetention > TimeSpan.FromDays(365))
        {
            problems.Add("Operator:ApprovalRetention must lie between 00:01:00 and 365.00:00:00.");
        }

        if (options.ConnectivityInterval < TimeSpan.FromSeconds(5) || options.ConnectivityInterval > TimeSpan.FromDays(1))
        {
            problems.Add("Operator:ConnectivityInterval must lie between 00:00:05 and 1.00:00:00.");
        }

        if (options.ModelProbeInterval < TimeSpan.FromSeconds(10) || options.ModelProbeInterval > TimeSpan.FromDays(1))
        {
            problems.Add("Operator:ModelProbeInterval must lie between 00:00:10 and 1.00:00:00.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
