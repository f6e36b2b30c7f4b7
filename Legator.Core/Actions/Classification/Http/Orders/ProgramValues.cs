using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Values that are programs, or call something in passing: <c>gremlin=g.V().drop()</c>, <c>_query=xmldb:remove('/db/x')</c>, <c>f=db.dropDatabase()</c>. Where a field carries programs, only what is known to read is a read; elsewhere a call of a verb of change is none.</summary>
internal static class ProgramValues
{
    private const int MaxCalls = 200;

    // Fields that hold programs and nothing else.
    private static readonly FrozenSet<string> Languages = Set("gremlin _query _xquery xquery xq groovy javascript lua python ruby perl php painless powershell scriptlet beanshell mvel ognl spel jexl jruby jython tcl");

    // Fields that hold a program, or a word that says which.
    private static readonly FrozenSet<string> Programs = Set("script code expression eval func fn function program procedure macro formula lambda callback snippet js exec execute run source_code sourcecode scripttext script_text stmts commands onload hook body_script");

    // Whole languages of their own that are asked with, in which a word before a bracket means something else.
    private static readonly FrozenSet<string> Questions = Set(
        "query sql statement stmt cypher cql n1ql soql influxql aql sparql expr filter $filter filters fq where match match[] target targets selector select $select $apply $orderby $compute fields field jq jq_filter jsonpath jmespath xpath _xpath jql ql metric metrics m "
        + "format template transform transformation pattern regex order orderby sort groupby group_by having columns aggregate agg facet view y x");

    // What people search for, and names that others gave: a test, a span, a class.
    private static readonly FrozenSet<string> Texts = Set(
        "q search text term terms keyword keywords s title name message msg comment comments description desc body subject content note notes phrase summary topic label labels tag tags caption query_text search_query searchterm fulltext quote sentence "
        + "prompt question answer input operation operationname method class classname symbol signature test testname test_name testcase span spanname span_name frame stack stacktrace error exception event eventname user_agent useragent ua value");

    // Verbs besides those of the trade at large that are meant when they are called.
    private static readonly FrozenSet<string> Called = Set(
        "set put write create update save store rename move replacewith modify patch post register setproperty property addv adde mergev mergee mergevertex mergeedge add call invoke system passthru popen eval evaluate forname getruntime spawn open sudo sh bash cmd chmod chown mkdir bulk "
        + "commit submit exec execsync execfile shell_exec proc_open require load_file pg_sleep sleep exit quit die abort halt");

    // In a language of questions these are no functions of numbers or texts: commit(…, delete(…)).
    private static readonly FrozenSet<string> Deeds = Set("delete commit update executor daemon drop purge shutdown exec execute system erase wipe destroy terminate kill");

    // A text, a list or a number is worked on, and nothing that is kept.
    private static readonly FrozenSet<string> Local = Set("append push pop trim shift unshift join prepend flip swap invert replace normalise resample rescale truncate round clear load fill seed compact prune refresh warm tick restore assign charge persist like");

    // Called by their bare name by nobody who only looks.
    private static readonly FrozenSet<string> Bare = Set(
        "delete remove destroy drop erase purge wipe terminate shutdown reboot restart poweroff halt exec execute eval system passthru popen shell_exec proc_open spawn kill rmdir unlink addv adde save dropdatabase flushall flushdb chmod chown sudo");

    // startsWith, dropWhile, startOfDay: these make another word of a verb.
    private static readonly FrozenSet<string> Joined = Set("with of while where time times date last first left right until if ms in to string index all");

    // Functions of the languages that only look: graph, XQuery, metrics, tables, plain arithmetic.
    private static readonly FrozenSet<string> Reading = Set(
        // Gremlin
        "v e g has haslabel haskey hasvalue hasnot hasid id ids label values valuemap elementmap properties propertymap key value out in both oute ine bothe outv inv bothv otherv where and or not is filter count sum min max mean limit range tail skip order by dedup "
        + "group groupcount select project as path simplepath cyclicpath repeat until times emit loops union coalesce choose option optional match fold unfold tolist toset tobulkset next hasnext iterate explain profile with local flatmap map sample coin constant identity "
        + "aggregate cap barrier sack subgraph tree math between gt lt gte lte eq neq within without inside outside startingwith containing endingwith notstartingwith notcontaining notendingwith textcontains regex asc desc traversal strategies withstrategies cast trynext "
        // XQuery
        + "doc collection distinct-values string data text node nodes item items element attribute comment document-node position last first name local-name namespace-uri root base-uri document-uri average avg concat string-join substring substring-before substring-after contains starts-with "
        + "ends-with normalize-space upper-case lower-case for let return if else exists empty true false subsequence reverse number floor ceiling round matches tokenize replace current-date current-datetime current-time string-length translate abs xs:date xs:integer date integer decimal "
        + "head index-of insert-before exactly-one zero-or-one one-or-more deep-equal year-from-date month-from-date day-from-date descendant ancestor parent child self following preceding following-sibling preceding-sibling to "
        // metrics and tables
        + "rate irate increase delta idelta deriv absent absent_over_time histogram_quantile label_replace label_join topk bottomk quantile quantile_over_time stddev stdvar sum_over_time avg_over_time min_over_time max_over_time count_over_time last_over_time changes resets predict_linear "
        + "holt_winters clamp clamp_min clamp_max vector scalar time timestamp minute hour month year day day_of_month day_of_week days_in_month sort sort_desc count_values on ignoring group_left group_right without offset bool unless ln log2 log10 log exp sqrt sgn sin cos tan asin acos atan pi deg rad pow ceil mod "
        + "metrics search fill anomaly_detection_band diff diff_time period running_sum slice service_quota first_value last_value lag lead coalesce ifnull nullif cast convert case when length len size lower upper ltrim rtrim left right char_length now today date_trunc date_format to_char median mode variance percentile "
        + "percentile_cont distinct approx_count_distinct countif sumif averageif iif switch and or not any all none some every in like keys entries values map reduce print println tostring tojson toint tonumber str int float type typeof isempty isnull defined repr dict list set_of tuple zip enumerate sorted reversed");

    private static readonly FrozenSet<string> Looking = Set("get list is has find count read show view query fetch describe to as from current local min max sum avg starts ends contains distinct year month day hour date time string parse format lookup exists rate percentile");

    // Orders of languages that need no brackets: update insert …, delete node …, new File, import os.
    private static readonly FrozenSet<string> Orders = Set("insert delete replace rename update drop remove create import new exec execute require eval put del erase shutdown destroy truncate kill reboot restart");

    /// <summary>Judges one field.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">What it holds, without percent signs.</param>
    /// <param name="path">The path of the request, without percent signs.</param>
    /// <param name="findings">Where to say what was found.</param>
    public static void Judge(string key, string value, string path, HttpFindings findings)
    {
        var calls = value.Contains('(', StringComparison.Ordinal);
        if (!calls && value.Length < 4)
        {
            return;
        }

        var field = key.TrimStart('$').ToLowerInvariant();
        var language = Languages.Contains(field);
        if (language && HasOrder(value))
        {
            findings.Raise(RiskTier.DestructiveMutation, $"the program in '{key}' is not known to read only");
            return;
        }

        if (!calls || Texts.Contains(field) || (!language && IsSearched(path)))
        {
            return;
        }

        var program = language || Programs.Contains(field);
        var question = !program && (Questions.Contains(field) || Questions.Contains(key));
        if (WrongCall(value, program, question) is { } name)
        {
            findings.Raise(RiskTier.DestructiveMutation, name.Length == 0 ? $"the program in '{key}' calls something that has no name" : $"the program in '{key}' calls '{name}'");
        }
    }

    // The first call that is no read; null when all are.
    private static string? WrongCall(string value, bool program, bool question)
    {
        var count = 0;
        for (var open = value.IndexOf('(', StringComparison.Ordinal); open >= 0; open = value.IndexOf('(', open + 1))
        {
            if (++count > MaxCalls)
            {
                return "";
            }

            var end = open;
            while (end > 0 && value[end - 1] is ' ' or '\t' or '\n')
            {
                end--;
            }

            var start = end;
            while (start > 0 && (char.IsAsciiLetterOrDigit(value[start - 1]) || value[start - 1] is '_' or '$' or '-'))
            {
                start--;
            }

            var name = value.AsSpan(start, end - start).TrimStart("-_$").ToString();
            var dotted = start > 0 && value[start - 1] is '.' or ':' or '>';
            if (name.Length == 0 ? program && end > 0 && value[end - 1] is ']' or ')' or '"' or '\'' or '}' : program ? !Reads(name) : dotted ? Changes(name) || EndsInDeed(name) : end == open && (question ? Deeds.Contains(name) : ChangesBare(name)))
            {
                return name;
            }
        }

        return null;
    }

    // xdmp:document-delete(…)
    private static bool EndsInDeed(string name) => name.LastIndexOf('-') is > 0 and var dash && Bare.Contains(name[(dash + 1)..].ToLowerInvariant());

    private static bool Reads(string name)
    {
        var lower = name.ToLowerInvariant();
        return char.IsAsciiDigit(lower[0]) || Reading.Contains(lower) || (Looking.Contains(First(name, out var next).ToLowerInvariant()) && next.Length > 0 && !Changes(next));
    }

    private static bool Changes(string name)
    {
        var lower = name.ToLowerInvariant();
        if (Local.Contains(lower))
        {
            return false;
        }

        if (Verbs.Plain.Contains(lower) || Called.Contains(lower))
        {
            return true;
        }

        var first = First(name, out var rest).ToLowerInvariant();
        return rest.Length > 0 && (Verbs.Plain.Contains(first) || Called.Contains(first) || first is "insert" or "bulk")
            && First(rest, out _).ToLowerInvariant() is var next && !Joined.Contains(next) && !MutationWords.IsAlways(next);
    }

    private static bool ChangesBare(string name)
    {
        var lower = name.ToLowerInvariant();
        return Bare.Contains(lower) || (First(name, out var rest).ToLowerInvariant() is var first && rest.Length > 0 && Bare.Contains(first) && First(rest, out _).ToLowerInvariant() is var next && !Joined.Contains(next) && !MutationWords.IsOften(next));
    }

    // The first word of dropDatabase, delete-resource, remove_all; the rest begins at the next.
    private static string First(string name, out string rest)
    {
        var end = 1;
        while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]) && !(char.IsAsciiLetterUpper(name[end]) && char.IsAsciiLetterLower(name[end - 1])))
        {
            end++;
        }

        rest = name[end..].TrimStart('_', '-', '$');
        return name[..end];
    }

    private static bool HasOrder(string value)
    {
        var start = -1;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && (char.IsAsciiLetterOrDigit(value[i]) || value[i] is '-' or '_'))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start > 0 ? value[start - 1] is not ('/' or '@' or '$' or '"' or '\'' or '.') && Orders.Contains(value[start..i].ToLowerInvariant()) : start == 0 && Orders.Contains(value[..i].ToLowerInvariant()))
            {
                return true;
            }

            start = -1;
        }

        return false;
    }

    // Logs and traces are searched for the calls that others made.
    private static bool IsSearched(string path) =>
        path.Contains("/api/v1/query", StringComparison.Ordinal) || path.Contains("/loki/api/", StringComparison.Ordinal) || path.Contains("/select/logsql/", StringComparison.Ordinal) || path.EndsWith("/render", StringComparison.Ordinal) || path.EndsWith("/render/", StringComparison.Ordinal)
        || path.EndsWith("/search", StringComparison.OrdinalIgnoreCase) || ActionValues.AreRecords(path);

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
