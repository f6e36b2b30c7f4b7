namespace Legator.Backends.Journals;

/// <summary>Which storage a connection string speaks of.</summary>
internal enum JournalEngine
{
    Unknown,
    Sqlite,
    Postgres,
}
