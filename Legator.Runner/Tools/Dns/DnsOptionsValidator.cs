using Microsoft.Extensions.Options;

namespace Legator.Runner.Tools.Dns;

internal sealed class DnsOptionsValidator : IValidateOptions<DnsOptions>
{
    public ValidateOptionsResult Validate(string? name, DnsOptions options)
    {
        var problems = new List<string>();
        if (options.Nameserver is { Length: > 0 } && options.Endpoint is null)
        {
            problems.Add($"{DnsOptions.Section}:Nameserver: '{options.Nameserver}' is no address: write e.g. 10.0.0.53 or [::1]:5353.");
        }

        if (options.Timeout < TimeSpan.FromMilliseconds(100) || options.Timeout > TimeSpan.FromSeconds(30))
        {
            problems.Add($"{DnsOptions.Section}:Timeout: {options.Timeout} is outside of 0.1 s to 30 s.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
