using Microsoft.Extensions.Options;

namespace Legator.Operator.Limits;

internal sealed class RunLimitOptionsValidator : IValidateOptions<RunLimitOptions>
{
    public ValidateOptionsResult Validate(string? name, RunLimitOptions options)
    {
        var settings = new (string Key, long Value)[]
        {
            (nameof(options.ConcurrentRuns), options.ConcurrentRuns),
            (nameof(options.Burst), options.Burst),
            (nameof(options.RunsPerHour), options.RunsPerHour),
            (nameof(options.AgentRunsPerHour), options.AgentRunsPerHour),
        }.Concat(options.Namespaces.SelectMany(entry => new (string Key, long Value)[]
        {
            ($"Namespaces:{entry.Key}:{nameof(NamespaceQuota.Agents)}", entry.Value.Agents),
            ($"Namespaces:{entry.Key}:{nameof(NamespaceQuota.ConcurrentRuns)}", entry.Value.ConcurrentRuns),
            ($"Namespaces:{entry.Key}:{nameof(NamespaceQuota.RunsPerDay)}", entry.Value.RunsPerDay),
            ($"Namespaces:{entry.Key}:{nameof(NamespaceQuota.TokensPerHour)}", entry.Value.TokensPerHour),
        }));
        var problems = settings.Where(setting => setting.Value < 0).Select(setting => $"{RunLimitOptions.Section}:{setting.Key} is {setting.Value}: write 0 for no limit, or a number above.").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
