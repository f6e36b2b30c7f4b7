using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Core.Resources.Environments;
using Legator.Operator.Notifications.Rules;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Legator.Operator.Notifications.Channels;

/// <summary>Sends mail, as plain text, with an id that follows from the message: a mail server or reader that gets it twice can tell.</summary>
internal sealed class EmailChannel(ChannelConnections connections, IOptions<NotificationOptions> options) : IChannel
{
    public ChannelType Type => ChannelType.Email;

    public async Task<Delivery> DeliverAsync(Notification message, ChannelTarget target, CancellationToken cancellationToken)
    {
        var server = MailServer.Of(target, options.Value.Mail);
        if (server.Security == SecureSocketOptions.None && !connections.IsPlain(server.Host, server.Port))
        {
            throw new ChannelRefusedException($"{server.Host} would be spoken to without TLS: use starttls or tls, or name it in the setting Notifications:PlainHosts");
        }

        using var mail = Mail(message, target, server);
        using var client = new SmtpClient { CheckCertificateRevocation = false };
        if (target.Field("ca.crt") is { } bundle)
        {
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => IsTrusted(certificate, errors, bundle);
        }

        using var socket = await connections.ConnectAsync(server.Host, server.Port, cancellationToken);
        try
        {
            await client.ConnectAsync(socket, server.Host, server.Port, server.Security, cancellationToken);
            if (server.Username.Length > 0)
            {
                await client.AuthenticateAsync(server.Username, server.Password, cancellationToken);
            }

            await client.SendAsync(mail, cancellationToken);
        }
        catch (SmtpCommandException refused)
        {
            var final = refused.StatusCode is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.TransactionFailed or SmtpStatusCode.ExceededStorageAllocation;
            return new Delivery($"the mail server refuses it ({(int)refused.StatusCode})") { IsFinal = final };
        }
        catch (AuthenticationException)
        {
            return new Delivery("the mail server does not accept username and password: correct them in the Secret");
        }
        catch (Exception failed) when (failed is ProtocolException or SslHandshakeException or NotSupportedException)
        {
            return new Delivery(failed is ProtocolException ? "what answers is no mail server, or broke off" : failed is SslHandshakeException ? "the mail server's certificate is not trusted, or it does not speak TLS there" : "the mail server offers no STARTTLS, or no way to sign in");
        }

        await SayGoodbyeAsync(client, cancellationToken);
        return Delivery.Done;
    }

    /// <summary>The message is with the server: what goes wrong from here on must not send it again.</summary>
    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The connection is closed either way.
        }
    }

    private static MimeMessage Mail(Notification message, ChannelTarget target, MailServer server)
    {
        if (!InternetAddressList.TryParse(target.Spec.Target, out var receivers) || receivers.Count == 0)
        {
            throw new ChannelRefusedException("target is no mail address: write one or more with commas between");
        }

        if (!MailboxAddress.TryParse(server.From, out var from))
        {
            throw new ChannelRefusedException("nobody says who the mail is from: add the field from to the Secret, or set Notifications:Mail:From");
        }

        var mail = new MimeMessage { Subject = PlainText.LineOf($"[{message.Severity.ToString().ToUpperInvariant()}] {message.Title}", 200), Date = message.Time, MessageId = $"{message.Id}@{from.Domain}" };
        mail.From.Add(from);
        mail.To.AddRange(receivers);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Legator-Delivery", message.Id);
        mail.Headers.Add("X-Legator-Event", message.Event);
        mail.Importance = message.Severity == Severity.Critical ? MessageImportance.High : MessageImportance.Normal;
        mail.Body = new TextPart("plain") { Text = Body(message) };
        return mail;
    }

    private static string Body(Notification message) => string.Join("\n\n", new[]
    {
        message.Title,
        message.Text,
        string.Join('\n', message.Facts.Select(fact => $"{fact.Name}: {fact.Value}")),
        string.Join('\n', new[] { message.Command, message.Link }.OfType<string>()),
    }.Where(part => part.Length > 0)) + "\n";

    private static bool IsTrusted(X509Certificate? certificate, SslPolicyErrors errors, string bundle)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return false;
        }

        using var chain = new X509Chain { ChainPolicy = ChannelConnections.Trust(bundle) };
        using var end = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(end);
    }
}
