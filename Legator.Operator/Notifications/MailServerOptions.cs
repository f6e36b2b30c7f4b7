namespace Legator.Operator.Notifications;

/// <summary>A mail server; configuration section <c>Notifications:Mail</c>. A channel's Secret may say otherwise in fields of the same names.</summary>
internal sealed class MailServerOptions
{
    /// <summary>Name of the server. Default empty: only channels whose Secret names one can send.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port. Default 587.</summary>
    public int Port { get; set; } = 587;

    /// <summary><c>starttls</c>, <c>tls</c>, or <c>none</c>, which counts only for hosts in <c>Notifications:PlainHosts</c>. Default empty: tls on port 465, else starttls.</summary>
    public string Security { get; set; } = "";

    /// <summary>Who signs in. Default empty: nobody.</summary>
    public string Username { get; set; } = "";

    /// <summary>The password.</summary>
    public string Password { get; set; } = "";

    /// <summary>Who the mail is from.</summary>
    public string From { get; set; } = "";
}
