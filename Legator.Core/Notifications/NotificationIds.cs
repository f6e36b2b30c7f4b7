using System.Security.Cryptography;
using System.Text;

namespace Legator.Core.Notifications;

/// <summary>Names events and deliveries after the facts, so that whoever finds them again names them the same.</summary>
public static class NotificationIds
{
    /// <summary>Names an event or a delivery: 32 lower-case hex digits.</summary>
    /// <param name="parts">What makes it what it is.</param>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        // Lengths keep two different lists of parts apart.
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
