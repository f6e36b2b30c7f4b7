using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Shell.Commands.Wrappers;

/// <summary>Says which environment variables make commands run, load or call something else.</summary>
public static class VariableRules
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "PATH", "ENV", "IFS", "PS4", "PROMPT_COMMAND", "SHELLOPTS", "SHELL", "PAGER", "EDITOR", "VISUAL", "BROWSER", "MANPAGER", "MANOPT", "CDPATH", "HOME", "TAR_OPTIONS", "GREP_OPTIONS", "GZIP", "XZ_OPT", "XZ_DEFAULTS", "ZSTD_NBTHREADS",
        "RSYNC_RSH", "TMPDIR", "GCONV_PATH", "LOCPATH", "HOSTALIASES", "RES_OPTIONS", "LOCALDOMAIN", "CURL_HOME", "WGETRC", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "MAKEFLAGS", "MALLOC_CONF", "NLSPATH",
        "KUBECONFIG", "DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy", "AWKPATH", "AWKLIBPATH", "OPENSSL_CONF", "OPENSSL_ENGINES", "SSLKEYLOGFILE", "TERMINFO", "TERMINFO_DIRS",
        "FIND_BLOCK_SIZE", "RIPGREP_CONFIG_PATH", "ACKRC", "INPUTRC", "SUDO_ASKPASS", "PSQLRC", "SQLITE_HISTORY", "DPKG_ROOT", "APT_CONFIG", "ANSIBLE_CONFIG", "VAULT_ADDR", "CONSUL_HTTP_ADDR", "ETCDCTL_ENDPOINTS",
    ]);

    private static readonly string[] Prefixes =
        ["LD_", "BASH_", "GIT_", "LESS", "PERL", "PYTHON", "RUBY", "NODE_", "SSH_", "GLIBC_", "DYLD_", "NPM_CONFIG", "npm_config", "PIP_", "AWS_", "AZURE_", "GOOGLE_", "CLOUDSDK", "HELM_", "KUBE_", "ANSIBLE_", "TF_", "PG", "MYSQL", "SYSTEMD_PAGER", "SYSTEMD_EDITOR", "SYSTEMD_LESS", "ZDOTDIR", "GNUPG"];

    /// <summary>True when setting the variable may change what commands do.</summary>
    /// <param name="name">Its name.</param>
    public static bool MayRunThings(string name)
    {
        if (name.Length == 0 || Names.Contains(name) || name.Contains('(', StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
