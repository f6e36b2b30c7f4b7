using System.Text.RegularExpressions;
using Legator.Core.Actions.Classification.Shell.Commands;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>Finds in a command line whom it talks to: the hosts of addresses and, where a program is called that talks to others, everything that could be one.</summary>
internal static partial class LineAddresses
{
    /// <summary>Hosts; the part itself where only a shell could tell what host it becomes.</summary>
    public static IEnumerable<string> Of(string line) => TextForms.Of(line).SelectMany(OfForm).Where(host => host is not ("127.0.0.1" or "localhost" or "::1" or "0.0.0.0"));

    /// <summary>True for a line that calls a program whose arguments other machines get to know.</summary>
    public static bool TalksToOthers(string line) => Clients().IsMatch(line) || TextForms.Of(line).Exists(form => Clients().IsMatch(form));

    private static IEnumerable<string> OfForm(string line)
    {
        var joined = line.AsSpan().ContainsAny("'\"\\") ? line.Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal) : line;
        var hosts = CallAddresses.OfText(line).Concat(Device().Matches(joined).Select(m => m.Groups["host"].Value));
        return Talks(line) || Talks(joined)
            ? hosts.Concat(CallAddresses.OfText(joined)).Concat(Host().Matches(line).Concat(Host().Matches(joined)).Select(m => m.Value)).Concat(Made().Matches(Quoted().Replace(line, "")).Select(m => m.Value))
            : hosts;
    }

    private static bool Talks(string line)
    {
        foreach (var range in Words().EnumerateSplits(line))
        {
            if (TalkingCommands.Contains(line.AsSpan(range)))
            {
                return true;
            }
        }

        return OtherMachine().IsMatch(line);
    }

    // At the place of a command: at the beginning, behind what separates commands or calls one, and within quotes.
    [GeneratedRegex(
        @"(?:^|[|;&()`'""\n{]|\b(?:sudo|env|exec|xargs|nohup|nice|time|watch|command|do|then|else)\s(?:-\S+\s+)*|\btimeout\s+(?:-\S+\s+)*\S+\s|-exec(?:dir)?\s|\w=\S*\s)\s*(?:[\w./-]*/)?"
        + @"(?:curl|wget|dig|host|nslookup|ping6?|tracepath|traceroute|mtr|nc|ncat|netcat|telnet|openssl\s+(?:s_client|ocsp)|getent\s+a?hosts\w*|resolvectl|systemd-resolve|delv|drill|whois|arping|fping|nmap|ssh|scp|sftp|rsync|ftp|"
        + @"lftp|socat|snmp\w+|ldapsearch|smbclient|rclone|aws|az|gcloud|skopeo|crane|https?|xh|grpcurl|websocat|showmount|rpcinfo|mosquitto_\w+|kcat|mail|mailx|sendmail|logger|git\s+(?:\S+\s+)*(?:fetch|pull|push|clone|ls-remote|remote))"
        + @"(?=[\s;|&)'""]|$)|/dev/(?:tcp|udp)/|\b(?:systemctl|journalctl|docker|podman|hostnamectl|timedatectl|loginctl|busctl|psql|mysql\w*|redis-cli|mongosh?)\b[^|;&]*\s(?:-[hHM]\S|-[hHM]\s|--host|--remote|--machine|\w+://)")]
    private static partial Regex Clients();

    [GeneratedRegex(@"[^\w.+-]+")]
    private static partial Regex Words();

    // systemctl -H, docker -H and the like
    [GeneratedRegex(@"(?:^|\s)(?:-H|--host|--remote|--machine)[= ]")]
    private static partial Regex OtherMachine();

    [GeneratedRegex(@"/dev/(?:tcp|udp)/(?<host>[^/\s]+)")]
    private static partial Regex Device();

    // Awk and its like have their own use for what a shell would fill in.
    [GeneratedRegex(@"'[^']*[\s{][^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\$(?:[A-Za-z_]\w*|\{[^}]*\}|\()|`|\bxargs\b|\bread\b|[\w.-]\{[^}]*,[^}]*\}|\{[^}]*,[^}]*\}[\w.-]")]
    private static partial Regex Made();

    [GeneratedRegex(
        @"(?<![\w./%-])(?:(?:[\w-]+\.)+(?!(?:log|conf|txt|json|ya?ml|gz|service|sock|pid|html?|cfg|ini|xml|csv|pem|crt|key|timer|socket|mount)\b(?![/:]))(?:[a-z][a-z0-9-]+|\d{1,3})\b|"
        + @"(?:0x[0-9a-f]{6,8}|\d{8,10})\b|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?<=::[0-9a-f:]*|(?::[0-9a-f]+){4,}))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Host();
}
