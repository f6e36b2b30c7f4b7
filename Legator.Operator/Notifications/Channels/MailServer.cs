using System.Globalization;
using MailKit.Security;

namespace Legator.Operator.Notifications.Channels;

/// <summary>The mail server of a channel.</summary>
internal sealed record MailServer(string Host, int Port, SecureSocketOptions Security, string Username, string Password, string From)
{
    private const int ImplicitTls = 465;

    /// <summary>What the channel's Secret says, and the settings where it says nothing. A Secret that names its own server gets nothing else from the settings: their password is for their server.</summary>
    public static MailServer Of(ChannelTarget target, MailServerOptions settings)
    {
        var own = target.Field("host");
        string Text(string name, string other) => target.Field(name) ?? (own is null ? other : "");
        var host = own ?? settings.Host;
        if (host.Length == 0)
        {
            throw new ChannelRefusedException("nobody says which mail server sends it: add the field host to its Secret, or set Notifications:Mail:Host");
        }

        var port = target.Field("port") is not { } text ? own is null ? settings.Port : 587
            : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 65_535 ? number
            : throw new ChannelRefusedException("port of the Secret is no port: write 1 to 65535");
        return new MailServer(host, port, SecurityOf(Text("security", settings.Security), port), Text("username", settings.Username), Text("password", settings.Password), target.Field("from") ?? settings.From);
    }

    private static SecureSocketOptions SecurityOf(string text, int port) => text switch
    {
        "tls" => SecureSocketOptions.SslOnConnect,
        "starttls" => SecureSocketOptions.StartTls,
        "none" => SecureSocketOptions.None,
        "" => port == ImplicitTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls,
        _ => throw new ChannelRefusedException("security of the Secret is neither starttls, tls nor none"),
    };
}
