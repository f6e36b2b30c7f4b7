using Microsoft.Extensions.Options;

namespace Legator.Backends.Journals;

internal sealed class RunJournalOptionsValidator : IValidateOptions<RunJournalOptions>
{
    public ValidateOptionsResult Validate(string? name, RunJournalOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return ValidateOptionsResult.Fail("ConnectionStrings:journal is missing: set it to 'Data Source=<file>' for SQLite or 'Host=<host>;Database=<name>;…' for PostgreSQL.");
        }

        // The connection string may hold a password: the message must not repeat it.
        return JournalEngines.Of(options.ConnectionString) == JournalEngine.Unknown
            ? ValidateOptionsResult.Fail("ConnectionStrings:journal is not understood: write 'Data Source=<file>' for SQLite or 'Host=<host>;Database=<name>;…' for PostgreSQL.")
            : ValidateOptionsResult.Success;
    }
}
