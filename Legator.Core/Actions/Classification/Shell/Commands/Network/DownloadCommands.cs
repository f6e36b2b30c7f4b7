using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Network;

/// <summary>Commands that talk HTTP.</summary>
internal static class DownloadCommands
{
    private const string SendsFile = "what is in a file is sent";

    private const string CurlShort = "-01234#:afGgIijkLlMNnpqRsSvVZA:b:c>C:e:E.h?H:m:P:Q:r:t:u:U:w:x:X:y:Y:z:d:F:T:K!o>OJBD>";

    private const string Curl = """
        --silent --show-error --fail --fail-with-body --location --head --include --insecure --verbose --compressed --http1.0 --http1.1 --http2 --http2-prior-knowledge --http3 --ipv4 --ipv6 --get --no-buffer --globoff --max-time= --connect-timeout= --retry= --retry-delay= --retry-max-time= --retry-all-errors --retry-connrefused
        --header= --user-agent= --referer= --user= --range= --write-out= --resolve= --cacert. --capath. --cert. --cert-type= --tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 --tls-max= --ciphers= --interface= --noproxy= --max-redirs= --path-as-is --request= --data= --data-raw= --data-ascii= --data-binary= --data-urlencode= --json= --form= --form-string= --upload-file=
        --output> --remote-name --remote-header-name --remote-name-all --cookie= --no-keepalive --keepalive-time= --limit-rate= --speed-time= --speed-limit= --version --help --digest --basic --ntlm --negotiate --anyauth --oauth2-bearer= --url@ --fail-early --no-progress-meter --progress-bar --styled-output --no-alpn --location-trusted --parallel --raw --tcp-nodelay --dns-servers= --haproxy-protocol --aws-sigv4= --list-only --unix-socket. --connect-to= --dump-header> --trace> --trace-ascii> --trace-time --cookie-jar> --output-dir. --create-dirs --create-file-mode= --next -: --stderr> --netrc --netrc-optional --disable --happy-eyeballs-timeout-ms= --no-sessionid --ssl --ssl-reqd --doh-url@ --expect100-timeout= --max-filesize= --time-cond= --variable= --out-null --skip-existing --no-clobber --remove-on-error --etag-save> --etag-compare< --hsts> --alt-svc> --crlfile. --pinnedpubkey= --proto= --proto-redir= --request-target= --suppress-connect-headers --tr-encoding --use-ascii --post301 --post302 --post303
        """;

    private const string Wget = """
        -qvdSNckxpHLrmKEnb46Fh -O>o>a>P.t:T:w:Q:U:A:R:D:e!i!B:l:I:X: --spider --server-response --quiet --verbose --no-verbose --timeout= --tries= --wait= --waitretry= --no-check-certificate --header= --user-agent= --user= --password= --method= --post-data= --post-file= --body-data= --body-file= --output-document> --output-file> --append-output> --directory-prefix. --max-redirect= --no-proxy --inet4-only --inet6-only --prefer-family= --ca-certificate. --no-hsts --secure-protocol= --dns-timeout= --connect-timeout= --read-timeout= --no-dns-cache --content-on-error --save-headers --no-config --version --help --show-progress --progress= --compression= --no-cache --input-file! --referer= --retry-connrefused --auth-no-challenge --limit-rate=
        """;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        new("curl") { Options = CurlShort.Replace("#:", "#", StringComparison.Ordinal) + " " + Curl, Changes = [Texts.TextCommands.Runs("--config! --proxy! --preproxy! --socks4! --socks4a! --socks5! --socks5-hostname! --engine! --telnet-option! --quote! --postquote! --prequote! --netrc-file! --libcurl! --delegation! --proxy-header! --key! --abstract-unix-socket! --mail-from! --mail-rcpt! --proto-default!")], Operands = ArgumentRole.Text, Judge = CurlCall },
        new("wget wget2") { Options = Wget, Changes = [Texts.TextCommands.Runs("--execute! --use-askpass! --config! --rsh! --load-cookies! --warc-file! --recursive --mirror --background")], Operands = ArgumentRole.Text, Judge = WgetCall },
        new("http https xh httpie") { Options = "-hbvpkIFa:A:s:j --headers --body --verbose --print= --check-status --follow --timeout= --ignore-stdin --verify= --pretty= --style= --json --auth= --version --offline", Changes = [Texts.TextCommands.Output("-o> --output>")], Operands = ArgumentRole.Text, Judge = Httpie },
        CommandModel.Does("ab wrk hey siege vegeta aria2c lynx links elinks w3m ftp lftp tftp ncftp axel", RiskTier.DestructiveMutation, "it calls or downloads more than anybody can judge", "run") with { Judge = Version },
    ];

    private static void Version(CommandCall call)
    {
        if (call.Words is [{ Literal: "-V" or "-v" or "-version" }])
        {
            call.Add("read", RiskTier.Read, null);
        }
    }

    private static void CurlCall(CommandCall call)
    {
        var given = call.Given;
        if (given.Has("-O", "--remote-name", "-J", "--remote-header-name", "--remote-name-all"))
        {
            call.Add("write", RiskTier.DestructiveMutation, "what is downloaded is written to a file");
        }

        Loosened(call);
        var query = given.Has("-G", "--get");
        foreach (var option in given.Options)
        {
            Sent(call, option);
            if ((query && option.Value is { } part && UrlActions.InQuery(part.ToString(), true)) || option.Shape.Name == "--request-target" || BreaksOut(option))
            {
                call.Unknown("it may send another request than the address says");
            }
        }

        var method = Method(given);
        var body = Body(given);
        foreach (var url in given.Operands)
        {
            if (Several(url.ToString()))
            {
                call.Unknown("the address stands for several");
            }

            UrlRules.Judge(call, method, url, body);
        }

        // A question may hold anything, too.
        if (!call.Found.Any(a => a.Tier > RiskTier.Read) && given.Options.Exists(SendsAFile))
        {
            call.Unknown(SendsFile);
        }
    }

    private static bool SendsAFile(GivenOption option) =>
        option.Value?.Prefix is { } value && value != "@-" && (option.Shape.Name is "-d" or "--data" or "--data-ascii" or "--data-binary" or "--data-urlencode" or "--json" or "-F" or "--form") && (value.StartsWith('@') || (option.Shape.Name is "--data-urlencode" or "-F" or "--form" && value.AsSpan().ContainsAny('@', '<')));

    // The body, where it is one text that is known: curl -XGET …/_search -d '{…}'.
    private static string? Body(GivenArguments given)
    {
        var bodies = given.Options.FindAll(o => o.Shape.Name is "-d" or "--data" or "--data-raw" or "--data-binary" or "--json");
        return bodies is [{ Value.Literal: [not '@', ..] body }] && !given.Has("-G", "--get") && !given.Has("-F", "--form", "--form-string", "--data-urlencode", "--data-ascii", "--next", "-:") ? body : null;
    }

    // Names may be made to mean other addresses, and arguments files.
    private static void Loosened(CommandCall call)
    {
        var given = call.Given;
        if (given.Has("-x", "-K", "-E", "-U", "-Q", "-t", "-P"))
        {
            call.Unknown("one of its options reaches for files, proxies or keys");
        }

        foreach (var option in given.Options)
        {
            if (option.Shape.Name is "--resolve" or "--connect-to" && (option.Value?.Literal is not { } means || Means(means)))
            {
                call.Unknown("the name is made to mean another address");
            }
            else if (option.Shape.Name is "-b" or "--cookie" && option.Value?.Prefix.Contains('=', StringComparison.Ordinal) != true)
            {
                call.Use(ArgumentRole.Read, option.Value!);
            }
        }
    }

    private static void Sent(CommandCall call, GivenOption option)
    {
        if (option.Value is not { } value)
        {
            return;
        }

        var form = option.Shape.Name is "-F" or "--form";
        var body = form || option.Shape.Name is "-d" or "--data" or "--data-ascii" or "--data-binary" or "--data-urlencode" or "--json" or "--variable";
        var at = value.Prefix.IndexOfAny(['@', '<']);
        if (option.Shape.Name is "-T" or "--upload-file")
        {
            call.Use(ArgumentRole.Read, value);
        }
        else if (option.Shape.Name is "-H" or "--header" or "-w" or "--write-out" && value.Prefix.StartsWith('@'))
        {
            if (option.Shape.Name is "-H" or "--header")
            {
                call.Unknown(SendsFile);
            }

            call.Use(ArgumentRole.Read, WordSlice.After(value, 1));
        }
        else if (option.Shape.Name is "-w" or "--write-out" && value.ToString().Contains("%output{", StringComparison.Ordinal))
        {
            call.Unknown("it writes a file");
        }
        else if (option.Shape.Name is "-H" or "--header" && Overrides(value.Prefix))
        {
            call.Unknown("a header changes the method");
        }
        else if (body && at >= 0 && (at == 0 || form || option.Shape.Name == "--data-urlencode" || option.Shape.Name == "--variable"))
        {
            call.Use(ArgumentRole.Read, WordSlice.After(value, at + 1));
        }
    }

    // The end of a line within a header begins another header, or another request.
    private static bool BreaksOut(GivenOption option) =>
        option.Value is { } value && value.ToString().AsSpan().ContainsAny('\r', '\n')
        && option.Shape.Name is not ("-d" or "--data" or "--data-raw" or "--data-ascii" or "--data-binary" or "--data-urlencode" or "--json" or "-F" or "--form" or "--form-string" or "-w" or "--write-out");

    private static bool Overrides(string header) =>
        header.Contains("Override", StringComparison.OrdinalIgnoreCase) || header.StartsWith("X-HTTP-Method", StringComparison.OrdinalIgnoreCase) || header.StartsWith("X-Original-URL", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Rewrite-URL", StringComparison.OrdinalIgnoreCase) || header.StartsWith("X-aws-ec2-metadata", StringComparison.OrdinalIgnoreCase) || header.StartsWith("Metadata-Flavor", StringComparison.OrdinalIgnoreCase);

    private static string Method(GivenArguments given)
    {
        var upload = given.Has("-T", "--upload-file");
        var body = given.Has("-d", "-F", "--data", "--data-raw", "--data-ascii", "--data-binary", "--data-urlencode", "--form", "--form-string", "--json");
        var asked = given.Has("-X", "--request") ? Asked(given) : null;
        return asked is not null ? (asked is "get" or "head" or "options" && (upload || body) && !given.Has("-G", "--get") ? "post" : asked)
            : upload ? "put"
            : body && (!given.Has("-G", "--get") || given.Has("--next", "-:")) ? "post" : "get";
    }

    // Options begin anew behind "--next", so any method that is named is used for some address.
    private static string Asked(GivenArguments given)
    {
        var method = "get";
        foreach (var option in given.Options)
        {
            if (option.Shape.Name is "-X" or "--request" && method is "get" or "head" or "options")
            {
                method = option.Value?.Literal?.ToLowerInvariant() ?? "unknown";
            }
        }

        return method;
    }

    // "host:port:address", where the address has an address' many spellings.
    private static bool Means(string text)
    {
        var skip = 2;
        for (var at = 0; at < text.Length && skip > 0; at++)
        {
            skip -= text[at] == ':' ? 1 : 0;
            if (skip == 0)
            {
                return text[(at + 1)..].Split(',').Any(a => UrlRules.IsRefused(a.StartsWith('[') ? a.Split(']')[0] + "]" : a.Split(':') is [var host, _] ? host : a));
            }
        }

        return true;
    }

    // Curl reads [1-9] and {a,b} as several addresses; the brackets of an IPv6 address are the only ones that it does not.
    private static bool Several(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var slash = url.IndexOf('/', start);
        var host = url.AsSpan(0, slash < 0 ? url.Length : slash);
        var open = host.IndexOf('[');
        return host.ContainsAny("{}") || (open >= 0 && !(open == start && host[open..].Contains(':') && host[open..].Contains(']')));
    }

    private static void WgetCall(CommandCall call)
    {
        var given = call.Given;
        var spider = given.Has("--spider", "-V", "--version", "-h", "--help");
        if (!spider && !given.Has("-O", "--output-document"))
        {
            call.Add("write", RiskTier.DestructiveMutation, "what is downloaded is written to a file");
        }

        if (given.Has("-r", "-m", "-b", "-e") || given.Options.Exists(o => (o.Shape.Name is "--header" && Overrides(o.Value?.Prefix ?? "Override")) || (!o.Shape.Name.EndsWith("-data", StringComparison.Ordinal) && BreaksOut(o))))
        {
            call.Unknown("it downloads more than one address, or changes the method");
        }

        if (given.Value("--post-file", "--body-file") is { } file)
        {
            call.Use(ArgumentRole.Read, file);
        }

        var method = given.Has("--post-data", "--post-file") ? "post"
            : given.Has("--method") ? given.Value("--method")?.Literal?.ToLowerInvariant() ?? "unknown" : "get";
        foreach (var url in given.Operands)
        {
            UrlRules.Judge(call, method, url);
        }
    }

    private static void Httpie(CommandCall call)
    {
        var operands = call.Given.Operands;
        if (operands.Count == 0 || operands.Exists(w => w.Literal is null))
        {
            call.Unknown("nobody knows what is sent");
            return;
        }

        var method = operands[0].Literal!.ToLowerInvariant();
        var named = method.All(char.IsAsciiLetter) && operands.Count > 1;
        var url = operands[named ? 1 : 0];
        var items = operands.Skip(named ? 2 : 1).ToList();
        if (items.Exists(i => !i.Literal!.Contains("==", StringComparison.Ordinal) && !(i.Literal.Contains(':', StringComparison.Ordinal) && !i.Literal.Contains(":=", StringComparison.Ordinal) && !Overrides(i.Literal) && !i.Literal.Contains('@', StringComparison.Ordinal))))
        {
            call.Add("post", RiskTier.ServiceMutation, "it sends data");
        }

        foreach (var item in items)
        {
            Item(call, item.Literal!);
        }

        UrlRules.Judge(call, named ? method : "get", url);
    }

    private static void Item(CommandCall call, string item)
    {
        var mark = item.AsSpan().IndexOfAny("=:");
        var file = mark < 0 ? -1 : item.IndexOf('@', mark);
        if (file > mark && item.AsSpan(mark, file - mark).IndexOfAnyExcept("=:") < 0)
        {
            call.Use(ArgumentRole.Read, ShellWord.Of(item[(file + 1)..]));
            call.Unknown(SendsFile);
        }

        if (item.AsSpan().ContainsAny('\r', '\n') || UrlActions.InQuery(item.Replace("==", "=", StringComparison.Ordinal), true))
        {
            call.Unknown("it may send another request than the address says");
        }
    }
}
