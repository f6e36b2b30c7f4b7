namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>Files whose content no agent reads: password hashes, private keys, credentials, and devices and memory that hold all of them.</summary>
internal static class SecretPaths
{
    private const string Accounts = """
        /etc/shadow /etc/shadow- /etc/shadow~ /etc/shadow* /etc/gshadow /etc/gshadow- /etc/gshadow* /etc/security/opasswd* /var/backups/shadow* /var/backups/gshadow* /etc/master.passwd
        /etc/krb5.keytab **/*.keytab /etc/ipsec.secrets /etc/ppp/*-secrets /etc/wireguard/** /etc/NetworkManager/system-connections/**
        /etc/wpa_supplicant/** /var/lib/sss/** **/.htpasswd /etc/mysql/debian.cnf /var/lib/samba/private/** /etc/samba/private/** /etc/ceph/*.keyring /var/lib/ceph/**/keyring **/sasl_passwd* **/chrony.keys /etc/ntp.keys /etc/ntp/keys /etc/tlshd/** /etc/swanctl/private/**
        """;

    private const string Home = "/root";

    private const string Keys = $"""
        **/.ssh/** {Home}/.ssh/** /home/*/.ssh/** ~/.ssh/** **/id_rsa **/id_dsa **/id_ecdsa **/id_ed25519 **/id_ecdsa_sk **/id_ed25519_sk **/id_rsa* **/id_dsa* **/id_ecdsa* **/id_ed25519* **/ssh_host_*_key /etc/ssh/ssh_host_rsa_key /etc/ssh/ssh_host_ed25519_key /etc/ssh/*_key
        **/*.pem **/*.key **/*.p12 **/*.pfx **/*.jks **/*.keystore **/*.kdbx **/*.ppk **/.gnupg/** **/secring.gpg /etc/ssl/private/**
        /etc/pki/tls/private/** /etc/letsencrypt/keys/** **/privkey* **/*_rsa **/*_ed25519 **/*_ecdsa **/*.key.* **/*.pem.*
        """;

    private const string Credentials = """
        **/.aws/credentials* **/.aws/cli/** **/.aws/sso/** **/.azure/** **/gcloud/** **/.docker/config.json **/.dockercfg **/.dockerconfigjson **/.kube/** **/kubeconfig*
        **/*.kubeconfig **/.git-credentials **/.pgpass **/pgpass.conf **/.my.cnf **/.mylogin.cnf **/.netrc **/_netrc **/.vault-token **/.vault_pass*
        **/.pypirc **/.npmrc **/.terraformrc **/credentials.tfrc.json **/.config/gh/hosts.yml **/.s3cfg **/.boto **/.rclone.conf **/rclone.conf **/.env **/.env.*
        **/credentials **/credentials.json **/credentials.xml **/secrets.yml **/secrets.yaml **/secrets.json **/secret.key **/master.key **/terraform.tfstate*
        **/shadow **/shadow- **/shadow.bak **/gshadow **/.password-store/** **/.local/share/keyrings/** **/.bash_history **/.zsh_history **/.sh_history **/.mysql_history **/.psql_history **/.rediscli_history **/.python_history **/.mozilla/** **/cookies.sqlite **/.cifscredentials
        """;

    private const string Platform = """
        /etc/kubernetes/admin.conf /etc/kubernetes/*.conf /etc/kubernetes/pki/** /var/lib/kubelet/kubeconfig /var/lib/kubelet/config.json /var/lib/kubelet/pki/** /var/lib/kubelet/pods/** /etc/rancher/*/*.yaml
        /var/lib/rancher/*/server/** /var/lib/rancher/*/agent/*.kubeconfig /run/secrets/** **/kubernetes.io/serviceaccount/** /vault/** /var/lib/vault/** **/vault-token
        /var/lib/etcd/** /var/lib/cloud/instance*/** /run/cloud-init/instance-data-sensitive.json /run/credentials/** /etc/credstore/** /etc/credstore.encrypted/** /var/lib/systemd/credential.secret
        """;

    private const string Machine = """
        /proc/*/environ /proc/*/task/*/environ /proc/*/mem /proc/*/task/*/mem /proc/kcore /proc/kmem /proc/vmcore /proc/*/auxv /proc/*/map_files/** /proc/*/fd/** /proc/*/task/*/fd/**
        /dev/** /sys/kernel/debug/** /var/lib/systemd/coredump/** /sys/firmware/efi/efivars/**
        """;

    private const string Harmless = """
        **/*.pub **/.ssh/known_hosts* **/.ssh/config **/.ssh/authorized_keys* **/.ssh/environment
        /etc/ssl/certs/** /etc/pki/ca-trust/** /etc/pki/tls/certs/** /etc/pki/tls/cert.pem /etc/ssl/cert.pem /usr/share/** /usr/lib/** /etc/apt/** /etc/pki/rpm-gpg/**
        **/cert.pem **/cert?.pem **/*-cert.pem **/*_cert.pem **/fullchain.pem **/fullchain?.pem **/chain.pem **/chain?.pem **/ca.pem **/ca-bundle.pem **/ca-cert.pem **/cacert.pem **/dhparam*.pem **/*.crt.pem
        /etc/kubernetes/pki/*.crt /etc/kubernetes/pki/etcd/*.crt /var/lib/kubelet/config.yaml **/.env.example **/.env.sample /etc/rancher/*/config.yaml
        /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/stdin /dev/tty /dev/fd/* /proc/self/fd/0 /dev/pts/* /dev/shm/**
        """;

    /// <summary>Hashes and keys: a command that changes something is not even given their names.</summary>
    public static PathRuleSet Kept { get; } = new($"{Accounts}\n{Keys}", Harmless);

    /// <summary>The files.</summary>
    public static PathRuleSet Set { get; } = new($"{Accounts}\n{Keys}\n{Credentials}\n{Platform}\n{Machine}", Harmless);
}
