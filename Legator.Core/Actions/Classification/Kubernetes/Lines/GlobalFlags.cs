using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Kubernetes.Lines;

/// <summary>The flags that every command of kubectl takes, and which of them decide whom kubectl talks to and as whom.</summary>
internal static class GlobalFlags
{
    /// <summary>All of them.</summary>
    public static KubectlFlags All { get; } = new(
        "as= as-group= as-uid= as-user-extra= cache-dir= certificate-authority= client-certificate= client-key= cluster= context=",
        "disable-compression insecure-skip-tls-verify kubeconfig= kuberc= log-flush-frequency= match-server-version n:namespace= password= profile= profile-output=",
        "request-timeout= s:server= tls-server-name= token= user= username= v:v= vmodule= warnings-as-errors h:help",
        "log-dir= log-file= log-file-max-size= logtostderr alsologtostderr stderrthreshold= skip-headers skip-log-headers add-dir-header one-output log-backtrace-at=",
        "proxy-url= auth-provider= exec-command=");

    private static readonly FrozenSet<string> Identity = FrozenSet.ToFrozenSet(
    [
        "as", "as-group", "as-uid", "as-user-extra", "certificate-authority", "client-certificate", "client-key", "cluster", "context", "insecure-skip-tls-verify",
        "kubeconfig", "kuberc", "password", "server", "tls-server-name", "token", "user", "username", "proxy-url", "auth-provider", "exec-command",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Writing = FrozenSet.ToFrozenSet(
        ["profile", "profile-output", "cache-dir", "log-dir", "log-file"], StringComparer.Ordinal);

    /// <summary>Why a call with this flag may never be let through; null when it may.</summary>
    /// <param name="name">Long name of a flag that every command takes.</param>
    public static string? WhyNot(string name) =>
        Identity.Contains(name) ? $"--{name} decides whom kubectl talks to and as whom, which only the environment may."
        : Writing.Contains(name) ? $"--{name} makes kubectl write files where the call says."
        : null;
}
