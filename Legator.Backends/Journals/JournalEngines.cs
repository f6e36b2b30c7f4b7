using System.Data.Common;

namespace Legator.Backends.Journals;

internal static class JournalEngines
{
    public static JournalEngine Of(string connectionString)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            if (parts.ContainsKey("Host") || parts.ContainsKey("Server"))
            {
                return JournalEngine.Postgres;
            }

            return parts.ContainsKey("Data Source") || parts.ContainsKey("DataSource") || parts.ContainsKey("Filename")
                ? JournalEngine.Sqlite
                : JournalEngine.Unknown;
        }
        catch (ArgumentException)
        {
            return JournalEngine.Unknown;
        }
    }
}
