using System.Text.RegularExpressions;

namespace Legator.Tests.NoticeReceivers;

/// <summary>A mail as the server took it.</summary>
internal sealed record ReceivedMail(string Data, bool Secure, string? User, IReadOnlyList<string> To, string From)
{
    /// <summary>A header's value with its folds undone; empty without one.</summary>
    public string Header(string name) =>
        Regex.Match(Data[..Data.IndexOf("\r\n\r\n", StringComparison.Ordinal)], $@"^{Regex.Escape(name)}: (.*(?:\r\n[ \t].*)*)", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value.Replace("\r\n", "", StringComparison.Ordinal).Trim();
}
