using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Network;

/// <summary>Commands that look at certificates and keys.</summary>
internal static class TlsCommands
{
    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        new("openssl")
        {
            Style = OptionStyle.Words,
            Options = "-v",
            Subcommands =
            [
                Words("s_client", "-connect: -servername: -showcerts -starttls: -tls1 -tls1_1 -tls1_2 -tls1_3 -no_tls1 -no_tls1_1 -no_tls1_2 -no_tls1_3 -no_ssl3 -brief -quiet -CAfile. -CApath. -verify: -verify_return_error -verify_hostname: -status -alpn: -cipher: -ciphersuites: -noservername -crlf -prexit -host: -port: -4 -6 -msg -debug -state -ign_eof -no_ign_eof -xmpphost: -name: -showcerts -curves: -groups: -sigalgs: -reconnect -nocommands -tlsextdebug -legacy_renegotiation -no_ticket -security_debug -partial_chain -trusted_first -bugs -timeout") with { Judge = Client },
                Words("x509", "-in. -inform: -noout -text -enddate -startdate -dates -subject -issuer -serial -fingerprint -sha1 -sha256 -sha384 -sha512 -md5 -hash -subject_hash -issuer_hash -ocsp_uri -ocspid -email -purpose -checkend: -checkhost: -checkip: -checkemail: -nameopt: -certopt: -ext: -modulus -pubkey -alias -trustout -issuer_checks -outform: -multi -dateopt: -nocert"),
                Words("verify", "-CAfile. -CApath. -untrusted. -trusted. -purpose: -verbose -partial_chain -crl_check -crl_check_all -show_chain -verify_hostname: -x509_strict -no-CApath -no-CAfile -attime: -CRLfile."),
                Words("crl", "-in. -inform: -noout -text -nextupdate -lastupdate -issuer -fingerprint -hash -CAfile. -nameopt: -crlnumber -verify"),
                Words("req", "-in. -inform: -noout -text -verify -subject -pubkey -modulus -nameopt: -reqopt:"),
                Words("dgst sha256 sha1 sha512 md5 sha384 sha224", "-sha256 -sha1 -sha512 -md5 -sha384 -sha224 -r -c -hex -list -binary", ArgumentRole.Glance),
                Words("version", "-a -b -o -f -p -d -v -e -m -r -c"),
                CommandModel.Shows("help"),
                Words("ciphers", "-v -V -s -tls1 -tls1_1 -tls1_2 -tls1_3 -ssl3 -psk -srp -stdname -convert: -ciphersuites:", ArgumentRole.Text),
                Words("list", "-1 -all -commands -digest-commands -digest-algorithms -kdf-algorithms -random-instances -random-generators -mac-algorithms -cipher-commands -cipher-algorithms -encoders -decoders -key-managers -key-exchange-algorithms -kem-algorithms -signature-algorithms -tls-signature-algorithms -asymcipher-algorithms -public-key-algorithms -public-key-methods -store-loaders -providers -engines -disabled -options: -objects -verbose -v -select:", ArgumentRole.Text),
                Words("errstr", "", ArgumentRole.Text),
                Words("prime", "-hex -generate -bits: -safe -checks:", ArgumentRole.Text),
                Words("asn1parse", "-in< -inform: -i -offset: -length: -dump -oid< -strparse:"),
                Words("ocsp", "-issuer. -cert. -url@ -text -CAfile. -CApath. -noverify -header: -resp_text -no_nonce -serial: -VAfile. -verify_other. -timeout:"),
                Words("pkcs7 cms", "-in. -inform: -print_certs -noout -text -print"),
                Words("rand", "-hex -base64"),
                Words("crl2pkcs7", "-nocrl -certfile. -in. -inform: -outform:"),
                Words("dhparam ecparam", "-in. -noout -text -check -list_curves -inform:"),
                Key("rsa ec dsa pkey pkcs8 pkcs12 genrsa genpkey gendsa passwd enc rsautl pkeyutl ca sess_id smime spkac storeutl"),
            ],
        },
        CommandModel.Reads("certbot", "--config-dir. --work-dir. --logs-dir. -q --version") with { Subcommands = [CommandModel.Reads("certificates show_account", "--cert-name= -d: --domains=", ArgumentRole.Text), CommandModel.Does("renew certonly run install delete revoke register update_account unregister rollback enhance reconfigure plugins", RiskTier.DestructiveMutation, "certificates change")] },
        new("keytool") { Style = OptionStyle.Words, Options = "-list -v -rfc -keystore. -storepass: -alias: -storetype: -cacerts -printcert -printcrl -printcertreq -file. -sslserver: -help -providername:", Operands = ArgumentRole.Unknown, Judge = Keytool },
        new("trust") { Subcommands = [CommandModel.Reads("list dump", "--filter= --purpose= -v"), CommandModel.Does("anchor extract extract-compat", RiskTier.DestructiveMutation, "what the machine trusts changes")] },
        CommandModel.Does("update-ca-certificates update-ca-trust mkcert step certutil pk12util", RiskTier.DestructiveMutation, "what the machine trusts changes", "write"),
        new("gpg gpg2 gpgv")
        {
            Options = "-kKvqan --list-keys --list-public-keys --list-sigs --check-sigs --fingerprint --verify --list-packets --with-colons --keyid-format= --keyring< --no-default-keyring --batch --no-tty --with-fingerprint --list-secret-keys --show-keys --import-options= --dry-run --version --status-fd= --with-subkey-fingerprint",
            Operands = ArgumentRole.Inspect,
            Changes = [Texts.TextCommands.Runs("--homedir!")],
            Judge = Gpg,
        },
        CommandModel.Reads("sslscan", "--no-colour --no-color --show-certificate --tlsall --no-failed --show-ciphers --version --ipv4 --no-heartbleed --targets<", ArgumentRole.Text),
    ];

    private static CommandModel Words(string names, string options, ArgumentRole operands = ArgumentRole.Inspect) =>
        new(names) { Style = OptionStyle.Words, Options = options, Operands = operands, Changes = [Texts.TextCommands.Output("-out>")] };

    private static CommandModel Key(string names) =>
        new(names) { Style = OptionStyle.Words, AnyOption = true, Options = "-in< -inkey< -key< -passin: -pass: -out>", Operands = ArgumentRole.Text, Tier = RiskTier.DestructiveMutation, Effect = "it works with private keys", Verb = "run" };

    // Whatever stands on standard input is sent to the server.
    private static void Client(CommandCall call)
    {
        if (call.Scope.HasInput && !NetworkCommands.Asks(call))
        {
            call.Unknown("nobody knows what is sent to the server");
        }
    }

    private static void Keytool(CommandCall call)
    {
        if (!call.Given.Has("-list", "-printcert", "-printcrl", "-printcertreq", "-help"))
        {
            call.Unknown("keys are made or changed");
        }
    }

    private static void Gpg(CommandCall call)
    {
        if (call.Name != "gpgv" && !call.Given.Has("-k", "-K", "--list-keys", "--list-public-keys", "--list-sigs", "--check-sigs", "--fingerprint", "--verify", "--list-packets", "--list-secret-keys", "--show-keys", "--version"))
        {
            call.Unknown("keys or files are made or changed");
        }
    }
}
