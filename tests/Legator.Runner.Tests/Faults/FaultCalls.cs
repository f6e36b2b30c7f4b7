using System.Globalization;
using System.Text;
using Legator.Core.Resources.Environments;

namespace Legator.Runner.Tests.Faults;

/// <summary>Every tool that talks to a server, at every point where the server can fail. A new tool gets its line here.</summary>
public static class FaultCalls
{
    // PostgreSQL: "you are in", "ready". MariaDB: greeting, "you are in".
    private static readonly byte[] PostgresGreeting = [(byte)'R', 0, 0, 0, 8, 0, 0, 0, 0, .. Parameter("server_version", "15.4"), .. Parameter("client_encoding", "UTF8"), (byte)'Z', 0, 0, 0, 5, (byte)'I'];
    private static readonly byte[] MariaDbGreeting =
    [
        .. Packet(0, [10, .. "5.5.5-10.11.0-MariaDB\0"u8, 1, 0, 0, 0, .. "12345678\0"u8, 0xFF, 0xF7, 45, 2, 0, 0xFF, 0x81, 21, .. new byte[10], .. "123456789012\0"u8, .. "mysql_native_password\0"u8]),
        .. Packet(2, [0, 0, 0, 2, 0, 0, 0]),
    ];

    public static IReadOnlyList<FaultCall> All { get; } =
    [
        new("http.get, from the start", "http.get", port => new { url = $"http://127.0.0.1:{port}/x" }),
        new("http.get, in the headers", "http.get", port => new { url = $"http://127.0.0.1:{port}/x" }) { Preamble = "HTTP/1.1 200 OK\r\nX-Long: "u8.ToArray() },
        new("http.get, in the body", "http.get", port => new { url = $"http://127.0.0.1:{port}/x" })
        {
            Preamble = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"u8.ToArray(),
            Bears = [Fault.Floods, Fault.SpeaksNonsense, Fault.ClosesEarly],
        },
        new("ssh.exec, from the start", "ssh.exec", _ => new { host = "web", command = "uptime" }) { ServerSpeaksFirst = true, Credential = Ssh },
        new("ssh.exec, after the greeting", "ssh.exec", _ => new { host = "web", command = "uptime" }) { ServerSpeaksFirst = true, Credential = Ssh, Preamble = "SSH-2.0-Faulty\r\n"u8.ToArray() },
        new("sql.query, PostgreSQL from the start", "sql.query", _ => Query) { Credential = port => Sql("postgres", "prefer", port) },
        new("sql.query, PostgreSQL after the login", "sql.query", _ => Query) { Credential = port => Sql("postgres", "disable", port), Preamble = PostgresGreeting },
        new("sql.query, MariaDB from the start", "sql.query", _ => Query) { ServerSpeaksFirst = true, Credential = port => Sql("mariadb", "prefer", port) },
        new("sql.query, MariaDB after the login", "sql.query", _ => Query) { ServerSpeaksFirst = true, Credential = port => Sql("mariadb", "disable", port), Preamble = MariaDbGreeting },
    ];

    private static object Query => new { database = "shop", query = "select 1" };

    private static byte[] Parameter(string name, string value) => [(byte)'S', 0, 0, 0, (byte)(name.Length + value.Length + 6), .. Encoding.ASCII.GetBytes($"{name}\0{value}\0")];

    private static byte[] Packet(byte sequence, byte[] body) => [(byte)body.Length, (byte)(body.Length >> 8), 0, sequence, .. body];

    private static (string, CredentialType, Dictionary<string, string>) Ssh(int port) =>
        ("web", CredentialType.SshKey, new() { ["host"] = "127.0.0.1", ["port"] = Text(port), ["user"] = "agent", ["password"] = "canary-secret" });

    private static (string, CredentialType, Dictionary<string, string>) Sql(string driver, string tls, int port) =>
        ("shop", CredentialType.BasicAuth, new() { ["driver"] = driver, ["host"] = "127.0.0.1", ["port"] = Text(port), ["database"] = "shop", ["username"] = "agent", ["password"] = "canary-secret", ["sslmode"] = tls });

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
