using System.Data.Common;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Notifications;

namespace Legator.Backends.Notifications;

/// <summary>Messages as rows, and back.</summary>
internal static class OutboxRows
{
    public const string Columns = "state, attempts, due, problem, ended, answered_by, data";

    private static readonly Dictionary<string, OutboxState> States = Enum.GetValues<OutboxState>().ToDictionary(Name, state => state, StringComparer.Ordinal);

    public static string Name(OutboxState state) => JsonSerializer.SerializeToElement(state, LegatorJson.Options).GetString()!;

    public static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static string Data(Notification message) => JsonSerializer.Serialize(message, LegatorJson.Options);

    public static Notification Message(string data) => JsonSerializer.Deserialize<Notification>(data, LegatorJson.Options)!;

    public static OutboxEntry Read(DbDataReader reader) => new(Message(reader.GetString(6)), States[reader.GetString(0)], reader.GetInt32(1), Time(reader.GetInt64(2)))
    {
        Problem = reader.IsDBNull(3) ? null : reader.GetString(3),
        Ended = reader.IsDBNull(4) ? null : Time(reader.GetInt64(4)),
        AnsweredBy = reader.IsDBNull(5) ? null : reader.GetString(5),
    };
}
