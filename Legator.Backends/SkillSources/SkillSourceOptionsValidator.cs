using Microsoft.Extensions.Options;

namespace Legator.Backends.SkillSources;

internal sealed class SkillSourceOptionsValidator : IValidateOptions<SkillSourceOptions>
{
    public ValidateOptionsResult Validate(string? name, SkillSourceOptions options)
    {
        var problems = new List<string>();
        foreach (var (key, hosts) in new[] { ("AllowedHosts", options.AllowedHosts), ("InternalHosts", options.InternalHosts), ("PlainHttpHosts", options.PlainHttpHosts) })
        {
            problems.AddRange(hosts.Where(host => string.IsNullOrWhiteSpace(host) || host.Contains('/', StringComparison.Ordinal))
                .Select(host => $"Skills:{key} holds '{host}', which is no host: write a name such as git.example.com, *.example.com or git.example.com:8443."));
        }

        if (options.LookInterval < TimeSpan.FromSeconds(5) || options.LookInterval > TimeSpan.FromDays(7))
        {
            problems.Add("Skills:LookInterval must lie between 00:00:05 and 7.00:00:00.");
        }

        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(4))
        {
            problems.Add("Skills:Timeout must lie between 00:00:01 and 00:04:00.");
        }

        if (options.MostMegabytes is < 1 or > 1024)
        {
            problems.Add("Skills:MostMegabytes must lie between 1 and 1024.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
