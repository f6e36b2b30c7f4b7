using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Programs behind an address that are asked with a query. One that is called for what it shows shows it; of a CGI that is called for nothing known, nobody can say what it does.</summary>
internal static class ProgramReads
{
    private static readonly FrozenSet<string> Shows = FrozenSet.ToFrozenSet(
        ("status extinfo avail history notifications outages showlog statusmap statuswml statuswrl summary tac trends config histogram statusjson objectjson archivejson smokeping mrtg awstats gitweb viewvc viewcvs cgit buglist bug bugs query "
        + "report reports chart graph graphs image video snapshot mjpg stream jpg index main home login search list view get show info stats metrics nph logs log version test env printenv health ping rrd rrdtool drraw cricket 14all "
        + "traffic quick page user describecomponents showdependencytree colchange attachment duplicates votes date time clock netstat uptime whois lg lookingglass monitor xymon svcstatus perfdata historylog eventlog bb hostgraphs").Split(' '));

    private static readonly string[] Verbs = ["delete", "remove", "reboot", "restart", "reset", "apply", "save", "upload", "upgrade", "change", "modify", "create", "kill", "send", "purge", "flush", "wipe", "update", "disable", "enable", "install", "factory", "duplicate"];

    /// <summary>True when the program is called for something to see, or its query asks only for that.</summary>
    /// <param name="name">What it is called, without its ending.</param>
    /// <param name="query">Its query.</param>
    public static bool Shown(ReadOnlySpan<char> name, ReadOnlySpan<char> query)
    {
        foreach (var range in name.SplitAny('-', '_', '.'))
        {
            if (Shows.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[range]))
            {
                return true;
            }
        }

        return name.StartsWith("get") || name.StartsWith("show") || name.StartsWith("view") || name.StartsWith("list") || name.EndsWith("info") || name.EndsWith("status") || name.EndsWith("list") || name.EndsWith("log") || Asks(query);
    }

    /// <summary>True when the program is called for what it does, in one word: <c>removepage.action</c>, <c>setobject.htm</c>.</summary>
    public static bool Does(ReadOnlySpan<char> name)
    {
        foreach (var verb in Verbs)
        {
            if (name.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && !(name.Length > verb.Length && name[verb.Length] is 's' or 'd' or 'r') && !name.EndsWith("list") && !name.EndsWith("info") && !name.EndsWith("log") && !name.EndsWith("log", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return (name.StartsWith("set", StringComparison.OrdinalIgnoreCase) && name.Length > 4 && !name.StartsWith("setting", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("setup", StringComparison.OrdinalIgnoreCase))
            || (name.StartsWith("add", StringComparison.OrdinalIgnoreCase) && name.Length > 5 && !name.StartsWith("addr", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("addon", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("addition", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True when the query names something that only looks.</summary>
    public static bool Asks(ReadOnlySpan<char> query)
    {
        foreach (var range in query.SplitAny('&', ';'))
        {
            var field = query[range];
            var equals = field.IndexOf('=');
            if (equals > 0 && field[..equals] is "action" or "cmd" or "method" or "a" or "func" or "op" or "mode" or "command" or "api" or "name" or "c" or "q" or "type" && ActionValues.Reads("action", field[(equals + 1)..].ToString()))
            {
                return true;
            }
        }

        return false;
    }
}
