using Microsoft.Extensions.Options;

namespace Legator.Runner.Tools.Sql;

internal sealed class SqlOptionsValidator : IValidateOptions<SqlOptions>
{
    public ValidateOptionsResult Validate(string? name, SqlOptions options)
    {
        var problems = new List<string>();
        if (options.StatementTimeout < TimeSpan.FromSeconds(1) || options.StatementTimeout > TimeSpan.FromMinutes(5))
        {
            problems.Add($"{SqlOptions.Section}:StatementTimeout: {options.StatementTimeout} is outside of 1 s to 5 min.");
        }

        if (options.ConnectTimeout < TimeSpan.FromSeconds(1) || options.ConnectTimeout > TimeSpan.FromMinutes(1))
        {
            problems.Add($"{SqlOptions.Section}:ConnectTimeout: {options.ConnectTimeout} is outside of 1 s to 1 min.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
