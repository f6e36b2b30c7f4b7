using Microsoft.Extensions.Options;

namespace Legator.Operator.Retention;

internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        var problems = new List<string>();
        if (options.After != TimeSpan.Zero && options.After < TimeSpan.FromHours(1))
        {
            problems.Add("Operator:Retention:After must be at least 01:00:00, or 00:00:00 to keep all runs.");
        }

        if (options.After > TimeSpan.Zero && string.IsNullOrWhiteSpace(options.Directory))
        {
            problems.Add("Operator:Retention:Directory is not set: name the folder that runs are exported to before they are removed.");
        }

        if (options.KeepPerAgent is < 0 or > 10_000)
        {
            problems.Add("Operator:Retention:KeepPerAgent must lie between 0 and 10000.");
        }

        if (options.Interval < TimeSpan.FromSeconds(1) || options.Interval > TimeSpan.FromDays(1))
        {
            problems.Add("Operator:Retention:Interval must lie between 00:00:01 and 1.00:00:00.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
