using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Http.Apis;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Orders that any product may take in its query, while the method only reads: <c>?reboot=1</c>, <c>?set_mode=eco</c>, <c>?btn=Restart</c>, <c>/users/5?status=disabled</c>.</summary>
internal static class QueryVerbs
{
    private const int MaxFields = 1000;

    // Keys by which lists are asked for are no verbs, whatever they are elsewhere: start, refresh, follow, sort.
    private static readonly FrozenSet<string> Keys = Set(
        "reboot restart shutdown poweroff poweron powercycle halt delete del remove destroy erase purge wipe truncate terminate kill evict drop disable enable activate deactivate rollback revert revoke grant ban unban unlock unblock approve "
        + "reject cancel abort submit execute exec invoke trigger fire launch rerun retry requeue resend send publish unpublish broadcast notify uninstall reinstall upgrade downgrade deploy undeploy redeploy promote demote failover switchover drain "
        + "cordon uncordon suspend pause resume unpause freeze thaw factoryreset wipeout cleanup vacuum reindex rebuild regenerate rotate resync logout signout impersonate unsubscribe subscribe buy purchase pay refund withdraw redeem vote toggle "
        + "rehash flush prune overwrite rename append insert unset ack acknowledge dismiss silence reopen assign unassign kick mute unmute invite increment decrement incr decr save upload migrate update add create doreboot dorestart reset clear "
        + "setpassword newpassword new_password newpass newpwd move_to rename_to stopall startall eject provision decommission unregister deregister quarantine isolate unmount remount unsub");

    // With one of these, where it stops says how far a list goes.
    private static readonly string[] Beginnings = ["start", "from", "begin", "since", "offset", "after", "min", "first", "step", "interval"];

    // Fields that hold an order under a name of their own: a button of a form, the procedure of a device.
    private static readonly FrozenSet<string> Orderly = Set(
        "submit button btn btnaction formaction subaction sub_action todo to_do event evt ctl control ctrl proc procedure routine handler actiontype action_type opt svc_action what go api_method apimethod gcmd webcmd syscmd rcmd req instruction "
        + "directive order_type task call trigger request process step state_change statechange transition desired desired_state desiredstate target_state targetstate newstate new_state newstatus setstate next_state");

    private static readonly FrozenSet<string> Firsts = Set("set unset add update create do change modify edit force mark make switch turn start stop run open close lock move send execute insert upsert save write copy put post clear reset");

    private static readonly FrozenSet<string> Reading = Set(
        "id ids time times date dates at on by after before since until number name names type types status state states count size key keys from to reason range day days month year hour hours minute minutes seconds ms url uri version versions "
        + "interval page index offset limit row rows line lines col column level width height word words price bid only with without in all any format mode timestamp ts token tz timezone order sort");

    private static readonly FrozenSet<string> Modified = Set(
        "cache cached caching aggregation aggregations highlight highlighting fuzzy coord sampling pagination paging limit limits sort sorting ssl redirect redirects warning warnings format formatting expansion rounding compression gzip "
        + "dedup deduplication totals total count counts css js html markdown");

    // Where one procedure takes everything, one of these says which.
    private static readonly FrozenSet<string> Selectors = Set("mode name m f c t a o p type step do section page sub func view tab fn api module service cmdtype");

    // By these any program is told which page it is to show, and by these words nobody calls a page.
    private static readonly FrozenSet<string> Routes = Set("p page pg r route m mod module func fn view section sub controller screen a tab do act");

    private static readonly FrozenSet<string> Deeds = Set(
        "unsubscribe unsub optout opt-out logout logoff signout delete remove destroy erase purge wipe restart reboot shutdown poweroff halt reload reset flush clear revoke invalidate disable enable activate deactivate kill uninstall truncate cancel abort blacklist "
        + "unblock ban unban approve reject");

    // What the button of a form that only asks says.
    private static readonly FrozenSet<string> Asking = Set("search find show view filter query lookup list display sort");

    private static readonly FrozenSet<string> Entries = Set("api rpc jsonrpc gui ajax json command commands control exec service index ucp main admin xml action actions webapi entry ctl cgi manage console dispatch invoke handler process run data cmd method call remote conduit server");

    private static readonly FrozenSet<string> Commands = Set("control gcode ptz switchcmd cachecmd cmnd cmdtype wc-ajax ajax ajaxaction subfunc");

    // How something is shown is switched too.
    private static readonly FrozenSet<string> Shown = Set("pretty verbose details detail debug safe safesearch cache highlight highlighting autocorrect ssl format human v h help archived all hidden color colour nav menu header headers footer compact wrap lines facet hl spellcheck refresh autorefresh theme dark follow live raw strict legend grid chart stacked timestamps timezone summary full expand sort filter exact");

    private static readonly FrozenSet<string> Values = Set("value state set level brightness v on turn default_state output status power position pwm duty");

    // What is asked for is not measured out by whoever asks: how far, how loud, how much.
    private static readonly FrozenSet<string> Quantities = Set("value level speed brightness volume temp temperature target_temp targettemp setpoint target_temperature position percent weight qty quantity pan tilt zoom dir direction angle color rgb hue saturation channel intensity power pressure flow dose "
        + "replicas capacity newvalue new_value newname new_name new_state rename ttl_set bandwidth throttle ratelimit");

    private static readonly FrozenSet<string> Reckoners = Set("convert quote calculate estimate rates price prices search forecast log logs history query list status metrics stats compare calculator conversion simulate preview filter tile map image thumbnail chart graph render events alerts lookup report usage");

    // One object is not filtered: what is said of it is set.
    private static readonly FrozenSet<string> Properties = Set("state status power enabled active locked suspended disabled replicas owner role password admin is_admin blocked paused maintenance");

    /// <summary>Judges a request for a text: a.txt?rename=b.txt. Only the plainest orders count.</summary>
    public static void JudgeText(ApiRequest request, HttpFindings findings)
    {
        var query = request.Call.Target.Url.Query.TrimStart('?');
        if (query.Length > 0 && IsScript(request.Last) && !query.StartsWith("ref=", StringComparison.Ordinal) && !query.StartsWith("at=", StringComparison.Ordinal) && !query.StartsWith("token=", StringComparison.Ordinal) && !query.StartsWith("raw=", StringComparison.Ordinal)
            && NamePhrases.OfProgram(request.Last.AsSpan(0, request.Last.LastIndexOf('.'))))
        {
            findings.Raise(RiskTier.ServiceMutation, $"the path says '{request.Last}'");
        }

        foreach (var field in query.Split('&', 20))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && field[..equals].ToLowerInvariant() is "rename" or "move" or "moveto" or "copyto" or "overwrite" or "chmod" or "write" or "append" or "replace" or "truncate" && equals < field.Length - 1 && field[(equals + 1)..] is not ("false" or "0"))
            {
                findings.Raise(RiskTier.ServiceMutation, $"the query says '{field[..equals]}'");
            }
        }
    }

    /// <summary>Judges a request whose method reads.</summary>
    public static void Judge(ApiRequest request, HttpFindings findings)
    {
        var query = request.Call.Target.Url.Query.AsSpan().TrimStart('?');
        if (query.IsEmpty || findings.Tier != RiskTier.Read)
        {
            return;
        }

        if (FieldPhrases.Sends(query))
        {
            findings.Raise(RiskTier.ServiceMutation, "the query says what to send to whom");
            return;
        }

        var one = IsOne(request);
        var records = ActionValues.AreRecords(request.Path);
        var count = 0;
        foreach (var range in query.SplitAny('&', ';'))
        {
            if (++count > MaxFields)
            {
                return;
            }

            var field = query[range];
            var equals = field.IndexOf('=');
            var key = HttpText.UnescapeField(equals < 0 ? field : field[..equals]).Trim().TrimStart('_');
            var value = equals < 0 ? "" : HttpText.UnescapeField(field[(equals + 1)..]).Trim();
            if ((equals < 0 && NamePhrases.IsCompound(key) && NamePhrases.Orders(key, queried: true)) || IsAt(request, key.ToLowerInvariant(), value.ToLowerInvariant(), records) || IsOrder(key, value.ToLowerInvariant(), one, records))
            {
                findings.Raise(RiskTier.ServiceMutation, $"the query says '{key}'");
                return;
            }
        }
    }

    private static bool IsOrder(string key, string value, bool one, bool records)
    {
        // Nothing of it, or for so long as 0 means: ?disable=0 is for good.
        var lower = key.ToLowerInvariant();
        if (value is "false" or "no" or "none" or "never" or "null" || (value is "0" && (lower is "rotate" || !Keys.Contains(lower))))
        {
            return one && key is "replicas" or "enabled" or "active";
        }

        if (lower is "submit" && Asking.Contains(value))
        {
            return false;
        }

        return Keys.Contains(lower)
            || (!records && Orderly.Contains(lower) && IsVerb(value))
            || (!records && (lower.EndsWith("action", StringComparison.Ordinal) || lower.EndsWith("cmd", StringComparison.Ordinal) || lower.EndsWith("command", StringComparison.Ordinal)) && IsVerb(value))
            || (one && value.Length > 0 && Properties.Contains(lower))
            || (value.Length > 0 && IsPhrase(key, value));
    }

    // What a field says by where it is sent.
    private static bool IsAt(ApiRequest request, string key, string value, bool records)
    {
        if (value.Length == 0 || records)
        {
            return false;
        }

        var last = PathRules.Bare(request.Last).ToString();
        var list = last.EndsWith('s') && !last.EndsWith("ss", StringComparison.Ordinal);
        var program = last.Length < request.Last.Length || request.Parts.Length == 0 || Entries.Contains(last);
        return FieldPhrases.IsJoined(key, Keys) || FieldPhrases.IsRoute(key, value)
            || (Routes.Contains(key) && IsDeed(value))
            || (value[0] is '{' && key is not ("q" or "query" or "filter" or "filters" or "where" or "selector" or "match" or "params" or "variables" or "search") && FieldPhrases.HoldsOrder(value))
            || (Commands.Contains(key) || key.EndsWith("_func", StringComparison.Ordinal) || key.EndsWith("_cmd", StringComparison.Ordinal) || key.EndsWith("cmd", StringComparison.Ordinal)) && (value is "all" || !ActionValues.Reads("action", value))
            || (program && Selectors.Contains(key) && (Verbs.Plain.Contains(value) || MutationWords.OfOrder(value) != RiskTier.Read || Ends(value)))
            || (!list && Quantities.Contains(key) && !(key is "direction" && IsOrdered(request, value)) && !Reckoners.Contains(last) && request.Parts.Length > 0 && !MutationWords.IsOften(last) && (!value.AsSpan().ContainsAnyExcept("0123456789.-+%") || key.StartsWith("new", StringComparison.Ordinal) || key is "rename" or "dir" or "direction" or "color" or "rgb") && !(key is "level" && request.Parent is "log" or "logs"))
            || (key is "on" && value is "true" or "false" or "1" or "0" && (last is "state" || OrderWords.Switched.Contains(last)))
            || (key is "set" && (value is "true" or "1" or "on" or "false" or "0"))
            || (key is "set" && value.AsSpan().ContainsAny(":=,"))
            || (!list && value is "off" or "toggle" && !Shown.Contains(key))
            || (!list && value is "on" && (OrderWords.Switched.Contains(key) || OrderWords.Switched.Contains(last) || OrderWords.Switched.Contains(request.Parent) || last is "cmd" || key.AsSpan().ContainsAnyExceptInRange('a', 'z') && key.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0))
            || (Values.Contains(key) && !list && (OrderWords.SwitchValues.Contains(value) || !value.AsSpan().ContainsAnyExceptInRange('0', '9')) && Array.Exists(request.Parts, OrderWords.Switched.Contains))
            || (key is "stop" && value.Length < 4 && !value.AsSpan().ContainsAnyExceptInRange('0', '9') && !IsRange(request.Call.Target.Url.Query))
            || (key.StartsWith("run", StringComparison.Ordinal) && value is "run" or "now" or "start");
    }

    // unsubscribe, blacklist-delete, user/logout, clearcache.
    private static bool IsDeed(string value) =>
        Deeds.Contains(value) || Deeds.Contains(value[(value.LastIndexOfAny(['-', '_', '.', '/', ':']) + 1)..]) || NamePhrases.Joined(value);

    // start=0&stop=5: from where to where.
    private static bool IsRange(string query) => Array.Exists(Beginnings, b => query.Contains(b, StringComparison.OrdinalIgnoreCase));

    // From the newest or the oldest: logs are read in a direction, machines are moved in one.
    private static bool IsOrdered(ApiRequest request, string value) =>
        value is "asc" or "desc" or "ascending" or "descending"
        || (value is "forward" or "backward" && request.Path.Contains("/loki/api/", StringComparison.Ordinal) && request.Call.Target.Url.Query.Contains("query=", StringComparison.Ordinal));

    // maniphest.edit, user_delete.
    private static bool Ends(string value)
    {
        var at = value.LastIndexOfAny(['.', '_', ':', '/', '-']);
        return at > 0 && value[(at + 1)..] is var verb && (Verbs.Plain.Contains(verb) || verb is "edit" or "update" or "create" or "add" or "set" or "write" or "modify");
    }

    private static bool IsVerb(string value) =>
        Verbs.Plain.Contains(value) || Ends(value) || MutationWords.OfVerb(value) != RiskTier.Read || NamePhrases.Orders(value.Replace(' ', '-'), queried: true);

    // set_mode, doRestart, enableFoo=true; start_time and disable_cache are asked with.
    private static bool IsPhrase(string key, string value)
    {
        var end = 0;
        while (end < key.Length && char.IsAsciiLetter(key[end]) && (end == 0 || !char.IsAsciiLetterUpper(key[end])))
        {
            end++;
        }

        if (end < 2 || end == key.Length || key[end] is '.' or '[')
        {
            return false;
        }

        var first = key[..end].ToLowerInvariant();
        var rest = key[end..].TrimStart('_', '-').ToLowerInvariant();
        var next = rest.AsSpan(0, rest.AsSpan().IndexOfAny('_', '-') is > 0 and var dash ? dash : rest.Length);
        if (next is "to" && first is "add" or "move" or "copy" or "send")
        {
            return true;
        }

        if (next.IsEmpty || Has(Reading, next) || Has(Modified, next) || MutationWords.IsAlways(next))
        {
            return false;
        }

        return first is "do" or "stop" or "execute" or "kill" || (Keys.Contains(first) && (first is not ("update" or "create" or "add" or "save" or "upload") || Has(Verbs.Things, next)))
            || (Firsts.Contains(first) && (value is "true" or "1" or "yes" or "on" or "now" or "all" || first is "set" or "unset" || (Has(Verbs.Things, next) && first is not ("start" or "close" or "open" or "order"))));
    }

    // What is given fields is run and not shown.
    private static bool IsScript(string last) =>
        last.EndsWith(".sh", StringComparison.Ordinal) || last.EndsWith(".py", StringComparison.Ordinal) || last.EndsWith(".rb", StringComparison.Ordinal) || last.EndsWith(".js", StringComparison.Ordinal);

    private static bool IsOne(ApiRequest request)
    {
        var last = request.Last;
        return last.Length > 0 && request.Parts.Length > 1 && last.AsSpan().ContainsAnyInRange('0', '9') && !(last.Length < 4 && last[0] == 'v')
            && request.Parent.EndsWith('s');
    }

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words) => FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.Ordinal);
}
