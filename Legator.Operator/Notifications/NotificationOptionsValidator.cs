using Microsoft.Extensions.Options;

namespace Legator.Operator.Notifications;

internal sealed class NotificationOptionsValidator : IValidateOptions<NotificationOptions>
{
    public ValidateOptionsResult Validate(string? name, NotificationOptions options)
    {
        var problems = new List<string>();
        foreach (var (key, hosts) in new[] { ("InternalHosts", options.InternalHosts), ("PlainHosts", options.PlainHosts) })
        {
            problems.AddRange(hosts.Where(host => string.IsNullOrWhiteSpace(host) || host.Contains('/', StringComparison.Ordinal))
                .Select(host => $"Notifications:{key} holds '{host}', which is no host: write a name such as mail.example.com, *.example.com or mail.example.com:587."));
        }

        foreach (var (key, url) in new[] { ("PublicUrl", options.PublicUrl), ("SlackApi", options.SlackApi), ("TelegramApi", options.TelegramApi) })
        {
            if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            {
                problems.Add($"Notifications:{key} is '{url}', which is no address: write one such as https://legator.example.com.");
            }
        }

        Between(problems, "SummaryAfter", options.SummaryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        Between(problems, "FirstRetry", options.FirstRetry, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
        Between(problems, "LongestRetry", options.LongestRetry, options.FirstRetry, TimeSpan.FromDays(1));
        Between(problems, "AttemptTimeout", options.AttemptTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Between(problems, "Retention", options.Retention, TimeSpan.FromHours(1), TimeSpan.FromDays(366));
        if (options.PerHour is < 0 or > 10_000)
        {
            problems.Add("Notifications:PerHour must lie between 0 and 10000.");
        }

        if (options.MaxAttempts is < 1 or > 100)
        {
            problems.Add("Notifications:MaxAttempts must lie between 1 and 100.");
        }

        if (options.Mail.Port is < 1 or > 65_535 || options.Mail.Security is not ("" or "starttls" or "tls" or "none"))
        {
            problems.Add("Notifications:Mail needs a Port between 1 and 65535, and as Security starttls, tls, none or nothing.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void Between(List<string> problems, string key, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            problems.Add($"Notifications:{key} must lie between {least:c} and {most:c}.");
        }
    }
}
