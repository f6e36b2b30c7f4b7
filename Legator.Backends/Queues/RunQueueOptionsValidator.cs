using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Legator.Backends.Queues;

internal sealed class RunQueueOptionsValidator : IValidateOptions<RunQueueOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, RunQueueOptions options)
    {
        if (options.IdleLimit < Shortest || options.IdleLimit > Longest)
        {
            return ValidateOptionsResult.Fail($"{RunQueueOptions.Section}:{nameof(options.IdleLimit)} is {options.IdleLimit}: set it to {Shortest} to {Longest}.");
        }

        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return ValidateOptionsResult.Success;
        }

        try
        {
            return ConfigurationOptions.Parse(options.ConnectionString).EndPoints.Count > 0 ? ValidateOptionsResult.Success : Bad();
        }
        catch (ArgumentException)
        {
            return Bad();
        }
    }

    // The connection string may hold a password: the message must not repeat it.
    private static ValidateOptionsResult Bad() =>
        ValidateOptionsResult.Fail("ConnectionStrings:queue is not understood: write '<host>:<port>[,password=…]' for Redis, or leave it out to queue in memory.");
}
