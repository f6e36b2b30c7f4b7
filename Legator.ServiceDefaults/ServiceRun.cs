using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace Legator.ServiceDefaults;

/// <summary>Runs a service to its end.</summary>
public static class ServiceRun
{
    /// <summary>Exit code for settings that cannot work.</summary>
    public const int BadSettings = 78;

    /// <summary>Runs until stopped. Settings that cannot work are told one a line, in place of a stack trace.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunServiceAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (Exception e) when (Problems(e) is { Count: > 0 } problems)
        {
            await Console.Error.WriteLineAsync("Legator cannot start with these settings:");
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync($"  - {problem}");
            }

            return BadSettings;
        }
    }

    private static List<string> Problems(Exception e) => e switch
    {
        OptionsValidationException options => [.. options.Failures],
        AggregateException many => [.. many.InnerExceptions.SelectMany(Problems)],
        _ => [],
    };
}
