using Microsoft.Extensions.Options;

namespace Legator.Operator.Anomalies;

internal sealed class AnomalyOptionsValidator : IValidateOptions<AnomalyOptions>
{
    public ValidateOptionsResult Validate(string? name, AnomalyOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(AnomalyOptions options)
    {
        if (options.Lookback < TimeSpan.FromHours(1) || options.Lookback > TimeSpan.FromDays(30))
        {
            yield return $"{AnomalyOptions.Section}:Lookback is {options.Lookback}: write a time from 01:00:00 to 30.00:00:00.";
        }

        if (options.FrequencyWindow < TimeSpan.FromMinutes(1) || options.FrequencyWindow > options.Lookback)
        {
            yield return $"{AnomalyOptions.Section}:FrequencyWindow is {options.FrequencyWindow}: write a time from 00:01:00 to Lookback.";
        }

        foreach (var (key, value, least, most) in new[]
        {
            ("FrequencyThreshold", options.FrequencyThreshold, 1, int.MaxValue),
            ("SpikePercent", options.SpikePercent, 101, int.MaxValue),
            ("MinScopeDelta", options.MinScopeDelta, 1, int.MaxValue),
            ("DriftMinSamples", options.DriftMinSamples, 1, AgentHistory.MostRuns),
        })
        {
            if (value < least || value > most)
            {
                yield return $"{AnomalyOptions.Section}:{key} is {value}: write {(most == int.MaxValue ? $"at least {least}" : $"{least} to {most}")}.";
            }
        }
    }
}
