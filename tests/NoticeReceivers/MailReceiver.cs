using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Legator.Runner.Tests.Tools.Mcp;

namespace Legator.Tests.NoticeReceivers;

/// <summary>A real SMTP server (npm smtp-server) on loopback, which keeps what it is given.</summary>
internal sealed class MailReceiver : IAsyncDisposable
{
    private const string Package = "smtp-server@3.21.6";

    private const string Program = """
        const { SMTPServer } = require('smtp-server');
        const options = JSON.parse(process.env.MAIL_OPTIONS);
        let refusals = options.refusals || 0;
        const say = value => process.stdout.write(JSON.stringify(value) + '\n');
        const server = new SMTPServer({
          secure: options.secure, key: options.key, cert: options.cert, authOptional: !options.user, disabledCommands: options.plain ? ['STARTTLS'] : [],
          allowInsecureAuth: false, closeTimeout: 1000, logger: false,
          onAuth: (auth, session, done) => auth.username === options.user && auth.password === options.password ? done(null, { user: auth.username }) : done(new Error('535 no')),
          onRcptTo: (address, session, done) => address.address.startsWith('nobody@') ? done(Object.assign(new Error('no such mailbox'), { responseCode: 550 })) : done(),
          onData: (stream, session, done) => {
            let data = '';
            stream.on('data', part => data += part.toString('utf8'));
            stream.on('end', () => {
              if (refusals-- > 0) { say({ refused: true }); done(Object.assign(new Error('try later'), { responseCode: 451 })); return; }
              say({ data, secure: !!session.secure, user: session.user || null, to: session.envelope.rcptTo.map(a => a.address), from: session.envelope.mailFrom.address });
              done();
            });
          }
        });
        server.on('error', () => {});
        server.listen(options.port || 0, '127.0.0.1', () => say({ port: server.server.address().port }));
        process.stdin.on('end', () => process.exit(0)).resume();
        """;

    private readonly Process process;
    private readonly Task reading;

    private MailReceiver(Process process, int port)
    {
        (this.process, Port) = (process, port);
        reading = ReadAsync();
    }

    public int Port { get; }

    /// <summary>What was taken, in order.</summary>
    public ConcurrentQueue<ReceivedMail> Mails { get; } = new();

    /// <summary>Answers that it should be tried later, so far.</summary>
    public int Refusals { get; private set; }

    /// <param name="options">What the server does: user, password, key, cert, secure, plain, refusals.</param>
    public static async Task<MailReceiver> StartAsync(JsonObject? options = null)
    {
        var folder = Path.GetFullPath(Path.Combine(NpmPackages.File(Package, "package.json"), "..", "..", ".."));
        var start = new ProcessStartInfo("node", ["-e", Program]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["MAIL_OPTIONS"] = (options ?? new JsonObject { ["plain"] = true }).ToJsonString();
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server did not start.");
        return new MailReceiver(process, (int)JsonNode.Parse(line)!["port"]!);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonNode.Parse(line)!;
            if (said["refused"] is not null)
            {
                Refusals++;
                continue;
            }

            Mails.Enqueue(new ReceivedMail((string)said["data"]!, (bool)said["secure"]!, (string?)said["user"], [.. said["to"]!.AsArray().Select(to => (string)to!)], (string)said["from"]!));
        }
    }
}
