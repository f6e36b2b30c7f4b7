using System.Buffers;
using System.Text.RegularExpressions;

namespace Legator.Core.Redaction;

/// <summary>What secrets look like. All patterns run without backtracking.</summary>
internal static partial class SecretPatterns
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const RegexOptions LinearAnyCase = Linear | RegexOptions.IgnoreCase;

    private const string Names =
        @"pass(?:word|wd|phrase)|pwd|(?:client|app|consumer|shared|webhook|signing)[_\-]?secret|secret[_\-]?(?:access[_\-]?)?key|"
        + @"(?:api|access|private|encryption|signing|account|storage)[_\-]?key|apikey|credentials?|connection[_\-]?string|"
        + @"(?:auth|access|refresh|id|session|bearer|security|csrf|bot)[_\-]?token|secret|token";

    // The marks that vendors put on their own tokens, so that they can be found.
    private const string Marked =
        @"(?:gh[opsur]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|gl(?:pat|ptt|dt|rt|soat)-[A-Za-z0-9_\-]{16,}"
        + @"|xox[a-z]-[A-Za-z0-9\-]{8,}|xapp-[A-Za-z0-9\-]{8,}|sk-[A-Za-z0-9_\-]{16,}|[sr]k_(?:live|test)_[A-Za-z0-9]{10,}"
        + @"|(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}|AIza[0-9A-Za-z_\-]{30,}|ya29\.[0-9A-Za-z_\-]{20,}|hv[sbr]\.[A-Za-z0-9_\-]{16,}"
        + @"|npm_[A-Za-z0-9]{30,}|pypi-[A-Za-z0-9_\-]{30,}|dckr_pat_[A-Za-z0-9_\-]{16,}|dop_v1_[a-f0-9]{40,}|SG\.[A-Za-z0-9_\-]{16,}\.[A-Za-z0-9_\-]{16,}"
        + @"|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{24,}|AGE-SECRET-KEY-1[A-Z0-9]{40,}|[0-9]{8,10}:AA[A-Za-z0-9_\-]{30,}"
        + @"|eyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{8,}(?:\.[A-Za-z0-9_\-]*)?)";

    // One of these is in every text that holds a marked token, and in few others.
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["gho_", "ghp_", "ghs_", "ghu_", "ghr_", "github_pat_", "glpat-", "glptt-", "gldt-", "glrt-", "glsoat-", "xox", "xapp-", "sk-", "sk_live_", "sk_test_", "rk_live_", "rk_test_", "AKIA", "ASIA", "ABIA", "ACCA", "AIza", "ya29.", "hvs.", "hvb.", "hvr.",
            "npm_", "pypi-", "dckr_pat_", "dop_v1_", "SG.", "shpat_", "shpca_", "shppa_", "shpss_", "AGE-SECRET-KEY-1", ":AA", "eyJ"],
        StringComparison.Ordinal);

    private static readonly string[] Harmless = ["true", "false", "null", "none", "nil", "~", "yes", "no", "{}", "[]", "<none>", "<nil>", "\"\"", "''", Redactor.Mark, $"\"{Redactor.Mark}\""];

    public static string Redact(string text)
    {
        text = PrivateKey().Replace(Redactor.IsCut(text) ? BesideCuts(text) : text, Redactor.Mark);
        text = Authorization().Replace(text, "$1" + Redactor.Mark);
        text = Cookie().Replace(text, "$1" + Redactor.Mark);
        text = Scheme().Replace(text, "$1" + Redactor.Mark);
        text = UserInfo().Replace(text, "$1" + Redactor.Mark + "@");
        text = Token().Replace(text, Redactor.Mark);
        text = Kubeconfig().Replace(text, "$1" + Redactor.Mark);
        text = Flag().Replace(text, "$1" + Redactor.Mark);
        return Assignment().Replace(text, m => Harmless.Contains(m.Groups[2].Value, StringComparer.OrdinalIgnoreCase) ? m.Value : m.Groups[1].Value + Redactor.Mark);
    }

    /// <summary>What would look like a secret, were it whole.</summary>
    private static string BesideCuts(string text)
    {
        text = CutKey().Replace(text, Redactor.Mark);
        text = CutToken().Replace(text, "$1" + Redactor.Mark + "$2");
        return CutAssignment().Replace(text, "$1" + Redactor.Mark + "$2");
    }

    /// <summary>The places of tokens with their vendors' marks, of private keys, and of secret keys of AWS by their names. What else may be a secret is not among them, so whatever is found is one beyond doubt.</summary>
    public static IEnumerable<Range> Certain(string text)
    {
        List<Range>? found = null;
        if (text.AsSpan().ContainsAny(Hints))
        {
            for (var match = MarkedToken().Match(text); match.Success; match = match.NextMatch())
            {
                var token = match.Groups["token"];
                if (IsNoSlug(token.ValueSpan))
                {
                    (found ??= []).Add(token.Index..(token.Index + token.Length));
                }
            }
        }

        if ((text.Contains("PRIVATE KEY", StringComparison.Ordinal) && PrivateKey().Match(text) is { Success: true } key) || (text.Contains("secret", StringComparison.OrdinalIgnoreCase) && (key = NamedKey().Match(text)).Success))
        {
            (found ??= []).Add(key.Index..(key.Index + key.Length));
        }

        return found ?? (IEnumerable<Range>)[];
    }

    // sk-navigation-menu and pypi-mirror-of-our-own-packages are words with dashes.
    private static bool IsNoSlug(ReadOnlySpan<char> token) =>
        !(token.StartsWith("sk-", StringComparison.Ordinal) || token.StartsWith("pypi-", StringComparison.Ordinal)) || (token.ContainsAnyInRange('0', '9') && (token.ContainsAnyInRange('A', 'Z') || token.LastIndexOf('-') < "pypi-".Length));

    public static bool IsSecretName(string name) => SecretName().IsMatch(name);

    [GeneratedRegex(@"-----BEGIN [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----[\s\S]*?(-----END [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----|\z)", Linear)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(?:…|\.\.\.)[A-Za-z0-9+/=\s\\]*-----END [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----", Linear)]
    private static partial Regex CutKey();

    [GeneratedRegex(
        @"(\bbearer[ \t]+|\bbasic[ \t]+|\b(?:gh[opsur]_|github_pat_|gl(?:pat|ptt|dt|rt|soat)-|xox[a-z]-|xapp-|sk-|[sr]k_(?:live|test)_|AKIA|ASIA|AIza|ya29\.|hv[sbr]\."
        + @"|npm_|pypi-|dckr_pat_|dop_v1_|SG\.|shp(?:at|ca|pa|ss)_|AGE-SECRET-KEY-1|eyJ))[A-Za-z0-9_\-.~+/=]{4,}?(…|\.\.\.)",
        LinearAnyCase)]
    private static partial Regex CutToken();

    [GeneratedRegex(@"((?:" + Names + @")\\?[""']?[ \t]*[:=][ \t]*)(?:\\?""[^""…\r\n]*|'[^'…\r\n]*)(…)", LinearAnyCase)]
    private static partial Regex CutAssignment();

    [GeneratedRegex(@"((?:proxy-)?authorization\\?[""']?[ \t]*[:=][ \t]*\\?[""']?)(?:(?:bearer|basic|token|digest|negotiate|apikey)[ \t]+)?[^\s""',;\\]+", LinearAnyCase)]
    private static partial Regex Authorization();

    [GeneratedRegex(@"(\b(?:set-)?cookie[ \t]*:[ \t]*)[^\r\n]+", LinearAnyCase)]
    private static partial Regex Cookie();

    [GeneratedRegex(@"(\bbearer[ \t]+|\bbasic[ \t]+)(?:[a-z0-9\-._~+/]{12,}={1,2}|[a-z0-9\-._~+/]{20,})", LinearAnyCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(\b[a-z][a-z0-9+.\-]{1,20}://)[^\s/@""'<>?#]+@", LinearAnyCase)]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"\b(?:" + Marked + @"|[sb]\.[A-Za-z0-9]{24})", Linear)]
    private static partial Regex Token();

    [GeneratedRegex(@"(?:^|[^A-Za-z0-9]|/bot)(?<token>" + Marked + ")", Linear)]
    private static partial Regex MarkedToken();

    [GeneratedRegex(@"secret_?(?:access_?)?key\\?[""']?[ \t]*[:=][ \t]*\\?[""']?[A-Za-z0-9+/]{40}(?:[^A-Za-z0-9+/]|$)", LinearAnyCase)]
    private static partial Regex NamedKey();

    [GeneratedRegex(@"((?:client-key-data|client-certificate-data|""auth"")[""']?[ \t]*:[ \t]*[""']?)[A-Za-z0-9+/=]{8,}", LinearAnyCase)]
    private static partial Regex Kubeconfig();

    [GeneratedRegex(@"(--?(?:" + Names + @")[ \t]+)[^\s\-][^\s]*", LinearAnyCase)]
    private static partial Regex Flag();

    [GeneratedRegex(@"((?:" + Names + @")\\?[""']?[ \t]*[:=][ \t]*)(\\""[^""\\]*\\""|""(?:[^""\\]|\\.)*""|'[^']*'|[^\s,;&""'{}\[\]()<>\\][^\s,;&""'{}\]\\]*)", LinearAnyCase)]
    private static partial Regex Assignment();

    [GeneratedRegex("(?:" + Names + @")$", LinearAnyCase)]
    private static partial Regex SecretName();
}
