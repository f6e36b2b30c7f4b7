using Microsoft.Extensions.Options;

namespace Legator.Runner.Work;

/// <summary>Says of every setting that cannot work what it is and what to set.</summary>
internal sealed class RunnerOptionsValidator(IConfiguration configuration) : IValidateOptions<RunnerOptions>
{
    private const string IdleLimitKey = "Queue:IdleLimit";
    private static readonly TimeSpan DefaultIdleLimit = TimeSpan.FromSeconds(60);

    public ValidateOptionsResult Validate(string? name, RunnerOptions options)
    {
        List<string> problems =
        [
            .. Outside(nameof(options.Concurrency), options.Concurrency, 1, 256),
            .. Outside(nameof(options.MemoryLimitMiB), options.MemoryLimitMiB, 0, 1024 * 1024),
            .. Outside(nameof(options.RenewInterval), options.RenewInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            .. Late(options.RenewInterval),
            .. Outside(nameof(options.DrainTimeout), options.DrainTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(5)),
            .. Outside(nameof(options.ModelStreamIdle), options.ModelStreamIdle, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            .. Empty(nameof(options.SystemNamespace), options.SystemNamespace),
            .. Empty(nameof(options.Id), options.Id),
            .. options.Previewer.Length == 0 || options.Previewer.Split('/') is [{ Length: > 0 }, { Length: > 0 }] ? Array.Empty<string>() : [$"{RunnerOptions.Section}:{nameof(options.Previewer)} is '{options.Previewer}': write namespace/name of a ServiceAccount, or leave it out."],
        ];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // A runner that says less often that it works than the queue waits for would lose every run to the others.
    private IEnumerable<string> Late(TimeSpan renewInterval)
    {
        var limit = TimeSpan.TryParse(configuration[IdleLimitKey], System.Globalization.CultureInfo.InvariantCulture, out var set) ? set : DefaultIdleLimit;
        return renewInterval * 2 > limit ? [$"{RunnerOptions.Section}:{nameof(RunnerOptions.RenewInterval)} is {renewInterval}, and {IdleLimitKey} {limit}: set it to half of that at most."] : [];
    }

    private static IEnumerable<string> Outside<T>(string key, T value, T least, T most)
        where T : IComparable<T> =>
        value.CompareTo(least) < 0 || value.CompareTo(most) > 0 ? [$"{RunnerOptions.Section}:{key} is {value}: set it to {least} to {most}."] : [];

    private static IEnumerable<string> Empty(string key, string value) =>
        string.IsNullOrWhiteSpace(value) ? [$"{RunnerOptions.Section}:{key} is empty: set it, or leave it out for its default."] : [];
}
