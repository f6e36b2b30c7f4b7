using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Tells the variables that make programs run or load something from those that do not.</summary>
internal static class EnvironmentRules
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "ENV", "CDPATH", "FPATH", "PROMPT_COMMAND", "PS0", "PS1", "PS2", "PS3", "PS4", "SHELLOPTS", "FCEDIT", "VISUAL", "BROWSER", "SHELL", "HOME", "TMPDIR",
        "TERMCAP", "TERMINFO", "TERMINFO_DIRS", "LOCPATH", "NLSPATH", "HOSTALIASES", "RES_OPTIONS", "LOCALDOMAIN", "TZDIR", "GLIBC_TUNABLES", "WGETRC", "NETRC", "INPUTRC", "MAIL", "MAILPATH",
        "MAKEFLAGS", "MAKEFILES", "CC", "CXX", "LD", "GZIP", "ZIPOPT", "UNZIP", "TAR_OPTIONS", "RSYNC_RSH", "RSYNC_CONNECT_PROG", "CVS_RSH", "ANSIBLE_CONFIG", "APT_CONFIG", "MANOPT", "MANPATH", "TEXINPUTS",
        "GCONV_PATH", "GTK_MODULES", "GTK_PATH", "QT_PLUGIN_PATH", "CLASSPATH", "MAVEN_OPTS", "GEM_PATH", "GEM_HOME", "HISTFILE", "DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT", "CONTAINER_HOST",
        "http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy", "MC_HOST", "SYSTEMD_UNIT_PATH", "DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS", "NOTIFY_SOCKET", "SUDO_PROMPT", "SUDO_EDITOR", "WATCHDOG_USEC",
        "POSIXLY_CORRECT", "GLOBIGNORE", "XZ_OPT", "XZ_DEFAULTS", "GEMRC", "GODEBUG", "GOENV", "GOPROXY", "GOTOOLCHAIN", "GOVCS", "GOWORK", "GOAUTH", "GOEXPERIMENT", "GOCACHE", "GOCACHEPROG", "GOMODCACHE", "GOTMPDIR", "GOSUMDB", "GONOSUMDB", "GOPRIVATE", "GOINSECURE", "GOTOOLDIR", "GOTELEMETRYDIR",
        "SSLKEYLOGFILE", "ZDOTDIR", "EXECIGNORE", "AWKPATH", "AWKLIBPATH", "MTR_PACKET", "RIPGREP_CONFIG_PATH", "ACKRC", "BAT_CONFIG_PATH", "JRE_HOME", "CONDARC", "KUBERC", "KRB5_TRACE", "KRB5_CONFIG", "KRB5_KDC_PROFILE", "GSS_MECH_CONFIG", "NROFF", "TROFF", "TERRAGRUNT_TFPATH", "TG_TF_PATH", "SCREENRC", "EXINIT", "SYSTEMD_LESS", "SYSTEMD_SSH", "MYSQL_HOME", "MYSQL_TEST_LOGIN_FILE", "EXTRA_JAVA_ARGS", "JVM_ARGS", "PM2_HOME", "PCRE_PATH",
    ], StringComparer.Ordinal);

    private static readonly string[] Prefixes =
        ["LD_", "DYLD_", "GIT_", "GH_", "GLAB_", "GITLAB_", "ARGO_", "YAMLLINT_", "HADOLINT_", "BASH", "PERL", "PYTHON", "RUBY", "NODE_", "NPM_", "npm_", "JAVA", "_JAVA", "JDK_", "PHP", "LUA_", "SSH_", "SUDO_", "XDG_", "OPENSSL_", "SSL_", "CURL_", "GNUPG", "GPG_", "RPM_", "DPKG_", "PIP_", "BUNDLE_", "CARGO_", "RUSTC", "RUSTFLAGS", "GOPATH", "GOROOT", "GOFLAGS", "GOBIN", "CFLAGS", "LDFLAGS", "CMAKE_", "GDB", "MALLOC_", "OMP_", "TF_", "AWS_", "AZURE_", "ANSIBLE_", "HG", "SVN_", "BORG_", "YARN_", "COMPOSER", "RUSTUP_", "KUBECTL_EXTERNAL", "CONTAINERS_", "STORAGE_", "CASSANDRA_", "RABBITMQ_", "APACHE_", "CLOUDSDK_", "HELM_", "LIBVIRT_", "VIRSH_", "LIBGUESTFS_", "ZPOOL_", "ZYPP_", "CEPH_", "LVM_", "WIRESHARK_", "GROFF_", "MANROFF", "ERL_", "ELIXIR_", "LIBMYSQL_", "LIBPROC_", "GIO_", "GI_TYPELIB", "GST_", "QT_", "SASL_", "LDAP", "P11_KIT", "PKCS11", "SNMP", "TERRAGRUNT_", "DOCKER_CLI_", "COMPOSE_", "DEBUGINFOD", "DOTNET_", "CORECLR_", "COMPlus_", "CATALINA_", "CONDA_", "PNPM_", "COREPACK_", "NODENV", "RBENV_", "PYENV_", "GEM_", "VIM", "EMACS", "NANO"];

    // Short words that scripts like for variables of their own.
    private static readonly FrozenSet<string> Exported = FrozenSet.ToFrozenSet(["GREP", "DIFF", "CMP", "TAPE"], StringComparer.Ordinal);

    private static readonly string[] Suffixes = ["_PROXY", "_OPTIONS", "_OPTS", "_RSH", "ASKPASS", "EDITOR", "_COMMAND", "_PRELOAD"];

    private static readonly string[] SystemPath = ["/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", "/snap/bin"];

    /// <summary>True for a name that only matters once programs see it.</summary>
    public static bool MattersExported(string name) => Exported.Contains(name);

    /// <summary>True when a value only says how something is shown, or is a variable of the line's own.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">What it gets.</param>
    /// <param name="exported">True when a program sees it for certain.</param>
    public static bool IsHarmless(string name, ShellWord value, bool exported)
    {
        if (name == "IFS")
        {
            return true;
        }

        if (name == "PATH")
        {
            return IsSystemPath(value);
        }

        if (name == "PAGER" || name.EndsWith("PAGER", StringComparison.Ordinal))
        {
            return value.Literal is "" or "cat" or "less" or "more";
        }

        if (name.StartsWith("LESS", StringComparison.Ordinal))
        {
            return name is "LESS" or "LESSCHARSET" && value.Literal is { } flags && flags.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ' ');
        }

        if (name == "KUBECONFIG")
        {
            return value.Literal is "/etc/kubernetes/admin.conf" or "/etc/kubernetes/kubelet.conf" or "/etc/kubernetes/super-admin.conf" or "/etc/rancher/k3s/k3s.yaml" or "/etc/rancher/rke2/rke2.yaml" or "~/.kube/config" or "/var/lib/k0s/pki/admin.conf";
        }

        if (name is "AWS_REGION" or "AWS_DEFAULT_REGION" or "AWS_DEFAULT_OUTPUT" or "AWS_PROFILE" or "AWS_DEFAULT_PROFILE")
        {
            return true;
        }

        return !Names.Contains(name) && !(exported && Exported.Contains(name)) && !StartsDangerously(name) && !Array.Exists(Suffixes, s => name.EndsWith(s, StringComparison.Ordinal));
    }

    private static bool StartsDangerously(string name)
    {
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "$PATH:/usr/sbin" only adds what belongs to the system.
    private static bool IsSystemPath(ShellWord value)
    {
        foreach (var directory in value.ToString().Split(':'))
        {
            if (directory is not ("$PATH" or "${PATH}") && !Array.Exists(SystemPath, d => d == directory.TrimEnd('/')))
            {
                return false;
            }
        }

        return true;
    }
}
