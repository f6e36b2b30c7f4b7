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

    // The marks that vendors put on their own tokens, so that they can be found.
    [GeneratedRegex(
        @"\b(?:gh[opsur]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|gl(?:pat|ptt|dt|rt|soat)-[A-Za-z0-9_\-]{16,}"
        + @"|xox[a-z]-[A-Za-z0-9\-]{8,}|xapp-[A-Za-z0-9\-]{8,}|sk-[A-Za-z0-9_\-]{16,}|[sr]k_(?:live|test)_[A-Za-z0-9]{10,}"
        + @"|(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}|AIza[0-9A-Za-z_\-]{30,}|ya29\.[0-9A-Za-z_\-]{20,}|hv[sbr]\.[A-Za-z0-9_\-]{16,}|[sb]\.[A-Za-z0-9]{24}"
        + @"|npm_[A-Za-z0-9]{30,}|pypi-[A-Za-z0-9_\-]{30,}|dckr_pat_[A-Za-z0-9_\-]{16,}|dop_v1_[a-f0-9]{40,}|SG\.[A-Za-z0-9_\-]{16,}\.[A-Za-z0-9_\-]{16,}"
        + @"|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{24,}|AGE-SECRET-KEY-1[A-Z0-9]{40,}|[0-9]{8,10}:AA[A-Za-z0-9_\-]{30,}"
        + @"|eyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{8,}(?:\.[A-Za-z0-9_\-]*)?)",
        Linear)]
    private static partial Regex Token();

    [GeneratedRegex(@"((?:client-key-data|client-certificate-data|""auth"")[""']?[ \t]*:[ \t]*[""']?)[A-Za-z0-9+/=]{8,}", LinearAnyCase)]
    private static partial Regex Kubeconfig();

    [GeneratedRegex(@"(--?(?:" + Names + @")[ \t]+)[^\s\-][^\s]*", LinearAnyCase)]
    private static partial Regex Flag();

    [GeneratedRegex(@"((?:" + Names + @")\\?[""']?[ \t]*[:=][ \t]*)(\\""[^""\\]*\\""|""(?:[^""\\]|\\.)*""|'[^']*'|[^\s,;&""'{}\[\]()<>\\][^\s,;&""'{}\]\\]*)", LinearAnyCase)]
    private static partial Regex Assignment();

    [GeneratedRegex("(?:" + Names + @")$", LinearAnyCase)]
    private static partial Regex SecretName();
}
