using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>Names that files with secrets bear wherever they lie, for patterns by which a whole tree is read: <c>--include='shado[w]'</c>.</summary>
internal static class SecretNames
{
    private const int Longest = 256;

    private static readonly string[] Names =
        ("shadow shadow- shadow.bak gshadow gshadow- opasswd master.passwd krb5.keytab ipsec.secrets chap-secrets pap-secrets .htpasswd debian.cnf sasl_passwd id_rsa id_dsa id_ecdsa id_ed25519 id_ecdsa_sk id_ed25519_sk ssh_host_rsa_key ssh_host_ed25519_key "
        + "ssh_host_ecdsa_key privkey.pem privkey1.pem server.key tls.key ca.key client.key apiserver.key key.pem server-key.pem secring.gpg credentials credentials.json credentials.xml .git-credentials .pgpass pgpass.conf .my.cnf .mylogin.cnf .netrc _netrc .vault-token "
        + ".pypirc .npmrc .terraformrc credentials.tfrc.json .s3cfg .boto rclone.conf .env .env.local .env.production secrets.yml secrets.yaml secrets.json secret.key master.key terraform.tfstate .bash_history .zsh_history .mysql_history .psql_history cookies.sqlite "
        + ".cifscredentials kubeconfig admin.kubeconfig .dockercfg .dockerconfigjson vault-token environ kcore").Split(' ');

    // Of *.json and *.yaml most are no secrets; of these all are.
    private static readonly FrozenSet<string> Endings = FrozenSet.ToFrozenSet(["pem", "key", "p12", "pfx", "jks", "keystore", "kdbx", "ppk", "keytab", "kubeconfig", "gpg", "keyring", "env", "tfstate", "secrets"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a file with secrets may have a name that fits.</summary>
    /// <param name="glob">A pattern as grep and its like take it; one that begins with <c>!</c> leaves files out and fits none.</param>
    public static bool MayFit(string glob)
    {
        if (glob.StartsWith('!'))
        {
            return false;
        }

        var name = glob.AsSpan(glob.LastIndexOf('/') + 1);
        if (name.Length is 0 or > Longest || glob.AsSpan().ContainsAny('{', '\\', '('))
        {
            return !IsListOfEndings(name);
        }

        if (name.StartsWith("*.") && !name[2..].ContainsAny("*?["))
        {
            return Endings.Contains(name[2..].ToString());
        }

        var pattern = Signs(name.ToString().ToLowerInvariant());
        return Array.Exists(Names, secret => Fits(pattern, secret));
    }

    // *.{yml,yaml}
    private static bool IsListOfEndings(ReadOnlySpan<char> name)
    {
        if (!name.StartsWith("*.{") || !name.EndsWith("}"))
        {
            return false;
        }

        var endings = name[3..^1];
        foreach (var range in endings.Split(','))
        {
            if (endings[range].ContainsAny("*?[{}\\(") || Endings.Contains(endings[range].ToString()))
            {
                return false;
            }
        }

        return true;
    }

    // A set of characters stands for any one.
    private static string Signs(string name)
    {
        var text = new System.Text.StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '[' && name.IndexOf(']', Math.Min(i + 2, name.Length - 1)) is var end && end > i)
            {
                text.Append('?');
                i = end;
            }
            else
            {
                text.Append(name[i]);
            }
        }

        return text.ToString();
    }

    private static bool Fits(string pattern, string name) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
}
