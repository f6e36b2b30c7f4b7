using System.Data.Common;

namespace Legator.Backends.Journals;

internal static class JournalEngines
{
    public static JournalEngine Of(string connectionString)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
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
