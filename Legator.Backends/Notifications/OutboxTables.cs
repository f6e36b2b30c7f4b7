namespace Legator.Backends.Notifications;

/// <summary>The outbox's tables, as both engines understand them. Times are milliseconds since 1970.</summary>
internal static class OutboxTables
{
    public const int Format = 1;

    /// <param name="key">How the engine writes a key that it counts up itself.</param>
    public static string Create(string key) => $"""
        CREATE TABLE notifications (
            seq         {key},
            id          text NOT NULL UNIQUE,
            event       text NOT NULL,
            namespace   text NOT NULL,
            agent       text NOT NULL,
            channel     text NOT NULL,
            state       text NOT NULL,
            created     bigint NOT NULL,
            due         bigint NOT NULL,
            attempts    integer NOT NULL,
            problem     text,
            ended       bigint,
            answer_ms   bigint,
            deadline    bigint,
            answered_by text,
            data        text NOT NULL
        );
        CREATE INDEX notifications_due ON notifications (due) WHERE state = 'waiting';
        CREATE INDEX notifications_held ON notifications (created) WHERE state = 'held';
        CREATE INDEX notifications_deadline ON notifications (deadline) WHERE deadline IS NOT NULL;
        CREATE INDEX notifications_event ON notifications (event);
        CREATE INDEX notifications_sent ON notifications (channel, agent, created);
        CREATE TABLE notification_readers (reader text PRIMARY KEY, position bigint NOT NULL);
        """;

    /// <summary>A storage that a newer version laid out is left alone.</summary>
    public static string Newer(long found) => $"The outbox has format {found}; this version of Legator knows {Format}. Start the version that wrote it.";
}
