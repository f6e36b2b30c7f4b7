using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Packages;

/// <summary>Commands that show and change what is installed.</summary>
internal static class PackageCommands
{
    private const RiskTier Destructive = RiskTier.DestructiveMutation;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        .. Debian(),
        .. RedHat(),
        .. Others(),
        .. Languages(),
    ];

    private static IEnumerable<CommandModel> Debian() =>
    [
        new("apt apt-get aptitude")
        {
            Options = "-qyVs -qq --quiet? --yes --assume-yes --assume-no --installed --upgradable --all-versions -a --simulate --just-print --dry-run --recon --no-act -t: --target-release= --names-only --full --no-install-recommends --show-progress -F: --display-format= -w: --width= --version -v --manual-installed --print-uris",
            Changes = [new("-o! --option! -c! --config-file!", Destructive, "options of apt may run programs", "run")],
            SharesOptions = true,
            Subcommands = [CommandModel.Shows("list show search policy depends rdepends showsrc madison why why-not help moo changelog"), Simulated("upgrade dist-upgrade full-upgrade install remove purge autoremove safe-upgrade"), Install("update clean autoclean download source build-dep edit-sources reinstall satisfy mark hold unhold autopurge markauto unmarkauto dselect-upgrade forget-new check")],
        },
        CommandModel.Reads("apt-cache", "-qnfg -a -i --installed --names-only --full --generate --important --recurse --no-all-versions --all-versions --no-recommends --no-suggests --version --help -t: --target-release=") with { Changes = [new("-o! --option! -c! --config-file!", Destructive, "options of apt may run programs", "run")], Subcommands = [CommandModel.Shows("policy depends rdepends madison search show showpkg showsrc stats dump dumpavail unmet pkgnames dotty")], SharesOptions = true },
        new("apt-mark") { SharesOptions = true, Changes = [new("-o! --option! -c! --config-file!", Destructive, "options of apt may run programs", "run")], Subcommands = [CommandModel.Shows("showhold showmanual showauto showinstall showremove showpurge showheld"), Install("hold unhold auto manual install remove purge minimize-manual")] },
        new("apt-config") { SharesOptions = true, Changes = [new("-o! --option! -c! --config-file!", Destructive, "options of apt may run programs", "run")], Subcommands = [CommandModel.Shows("dump shell")] },
        new("dpkg")
        {
            Options = "-lLsSpVCI.c. --list --listfiles --status --search --print-avail --verify --audit --get-selections --print-architecture --print-foreign-architectures --compare-versions --info. --contents. --no-pager --version --help --assert-help --validate-version= -W --root. --admindir. --no-act --simulate --dry-run -D?",
            Operands = ArgumentRole.Text,
            Changes = [new("-i -r -P --install --remove --purge --unpack --configure -a --pending --set-selections --clear-selections --update-avail --merge-avail --clear-avail --forget-old-unavail --add-architecture= --remove-architecture= -B -A -G -E -R --extract --control -X -e --build -b --force-all --force? --triggers-only --record-avail --abort-after=", Destructive, "packages change")],
            Judge = Dpkg,
        },
        CommandModel.Reads("dpkg-query", "-lLsSWpf:c: --list --listfiles --status --search --show --print-avail --showformat= --control-list --control-show --control-path --no-pager --load-avail --version --admindir."),
        CommandModel.Reads("dpkg-deb", "-IcfW --info --contents --field --show --showformat= --fsys-tarfile", ArgumentRole.Inspect) with { Changes = [new("-x -X -e -b -R --extract --control --build --vextract --raw-extract", Destructive, "files are written")] },
        CommandModel.Shows("apt-show-versions dlocate check-support-status"),
        CommandModel.Reads("debsecan", "--only-fixed --suite= --format= --no-obsolete --help"),
        CommandModel.Reads("debsums", "-ascleiqg --all --silent --changed --list-missing --config"),
        new("apt-file") { Subcommands = [CommandModel.Shows("search list show find"), Install("update purge")] },
        Install("add-apt-repository apt-add-repository apt-key dpkg-reconfigure debconf-set-selections unattended-upgrade unattended-upgrades do-release-upgrade apt-ftparchive tasksel alien dselect synaptic gdebi dpkg-divert dpkg-statoverride dpkg-source debootstrap update-grub grub-install update-initramfs dracut mkinitcpio update-rc.d"),
        new("update-alternatives alternatives") { Options = "--list --display --query --get-selections --version --verbose", Operands = ArgumentRole.Text, Changes = [new("--set --install --remove --auto --config --all --set-selections --remove-all --slave --force", Destructive, "a command gets another meaning")] },
    ];

    private static IEnumerable<CommandModel> RedHat() =>
    [
        new("yum dnf microdnf tdnf dnf5 yum-deprecated")
        {
            Options = "-qyvCxd:e:R:h --quiet --assumeyes --assumeno --verbose --cacheonly --installed --available --updates --upgrades --extras --obsoletes --recent --all --security --bugfix --enhancement --newpackage --sec-severity= --cve= --cves= --advisory= --bz= --enablerepo= --disablerepo= --repo= --repoid= --showduplicates --show-duplicates --refresh --nogpgcheck --requires --provides --whatrequires --whatprovides --list --info --changelog --queryformat= --qf= --resolve --recursive --tree --depends --conflicts --recommends --suggests --location --duplicates --unneeded --userinstalled --latest-limit= --arch= --file= --available --version --releasever= --forcearch= --exclude= --disableexcludes= --color= --debuglevel= --errorlevel= --latest-limit --srpm --best --nobest --skip-broken --reverse --with-cve --with-bz",
            Changes = [new("-c! --config! --setopt! --installroot! --pluginpath!", Destructive, "another configuration may run programs", "run"), new("--downloadonly --destdir= --downloaddir= --noplugins -b", Destructive, "packages are downloaded or plugins change", "write")],
            SharesOptions = true,
            Subcommands =
            [
                CommandModel.Shows("list info search provides whatprovides repolist repoinfo check-update check-upgrade deplist repoquery rq updateinfo check help version leaves se"),
                new("history hist") { Subcommands = [CommandModel.Shows("list info packages-list package-list addon-info stats summary userinstalled"), Install("undo redo rollback new sync store replay")], Alone = true, SharesOptions = true },
                new("module") { Subcommands = [CommandModel.Shows("list info provides repoquery"), Install("enable disable install remove reset switch-to update")] },
                new("group groups grouplist groupinfo") { Subcommands = [CommandModel.Shows("list info summary"), Install("install remove upgrade mark update")], Alone = true, SharesOptions = true },
                new("config-manager") { Options = "--dump --dump-variables", Operands = ArgumentRole.Text },
                Install("install in remove erase rm update up upgrade upgrade-minimal update-minimal reinstall downgrade autoremove clean distro-sync dsync makecache mc mark swap localinstall groupinstall groupremove groupupdate offline-upgrade system-upgrade offline-distrosync copr builddep debuginfo-install download shell load-transaction"),
            ],
        },
        new("rpm") { AnyOption = true, Operands = ArgumentRole.Text, Judge = RpmQueries.Judge },
        CommandModel.Shows("needs-restarting rpm2cpio"),
        new("rpmquery rpmverify") { AnyOption = true, Operands = ArgumentRole.Text, Judge = c => RpmQueries.Judge(c, c.Name == "rpmverify" ? "-V" : "-q") },
        CommandModel.Reads("repoquery", "-qailfR --installed --requires --whatrequires= --provides --whatprovides= --list --info --resolve --queryformat= --qf= --disablerepo= --enablerepo= --latest-limit= --repo= --arch= --file= --available --all"),
        CommandModel.Reads("needrestart", "-bpqvnkwlm: -r:") with { Judge = Needrestart },
        new("subscription-manager") { Subcommands = [CommandModel.Shows("status version identity orgs"), CommandModel.Reads("list repos", "--list --consumed --available --installed --list-enabled --list-disabled --all"), Install("register unregister attach remove refresh clean config facts import auto-attach syspurpose release")] },
        Install("rpmbuild yum-config-manager yumdownloader dnf-automatic createrepo package-cleanup rpmkeys rpmdb transactional-update"),
        new("rpm-ostree ostree") { Subcommands = [CommandModel.Shows("status db"), Install("upgrade install uninstall rollback deploy rebase override cleanup reset kargs initramfs")] },
    ];

    private static IEnumerable<CommandModel> Others() =>
    [
        new("zypper") { Changes = [new("-c! --config! -R! --root! --plus-repo!", Destructive, "another configuration is used", "run")], Options = "-qvnisdrtupCxN --quiet --verbose --non-interactive --xmlout --no-refresh --no-color --terse --installed-only --uninstalled-only --details --search-descriptions -a --all --no-gpg-checks --match-exact --provides --requires --type= --repo= -i --refresh --uri", SharesOptions = true, Subcommands = [CommandModel.Reads("repos lr", "-eupPUAENsdnrav --alias --name --uri --priority --details --service --show-enabled-only --sort-by-uri --sort-by-priority --sort-by-alias --sort-by-name --autorefresh --keep-packages --gpgcheck") with { Changes = [Texts.TextCommands.Output("-e> --export>")] }, CommandModel.Shows("list-updates lu list-patches lp search se info if services ls locks ll patch-check pchk packages pa patches pch patterns pt products pd ps what-provides wp patch-info pattern-info product-info versioncmp vcmp targetos system-architecture help licenses locales lloc"), Install("install in remove rm update up dist-upgrade dup patch refresh ref clean cc addrepo ar removerepo rr modifyrepo mr addlock al removelock rl verify ve source-install si install-new-recommends inr download purge-kernels renamerepo nr addservice as removeservice rs refresh-services refs")] },
        new("apk") { Options = "-qvp: --quiet --verbose -v --no-cache --repository= -X: --root= --arch= --progress --no-progress --allow-untrusted --installed -aedRrwPLsWlIoutcx --available --upgradable --orphaned --origin --depends -l: --limit=", SharesOptions = true, Subcommands = [CommandModel.Shows("info list search version policy stats dot manifest audit verify"), Install("add del update upgrade fix cache fetch index")] },
        new("pacman yay paru") { AnyOption = true, Operands = ArgumentRole.Text, Judge = Pacman },
        new("snap") { Options = "--version", Subcommands = [CommandModel.Shows("list info find changes tasks services interfaces connections version warnings known model whoami get logs saved"), Install("install remove refresh revert enable disable set unset connect disconnect alias unalias start stop restart save restore forget create-cohort run download")] },
        new("flatpak") { Options = "--version --user --system", Subcommands = [CommandModel.Shows("list info remotes remote-ls remote-info search history ps"), Install("install uninstall update remove run repair mask pin override config")] },
        new("brew") { Options = "--version", Subcommands = [CommandModel.Shows("list ls info outdated search deps config doctor leaves uses desc"), Install("install uninstall upgrade update cleanup remove rm tap untap services link unlink pin")] },
        new("emerge") { Options = "-pvsS --pretend --search --searchdesc --info --version", Operands = ArgumentRole.Text, Judge = c => Needs(c, "-p", "-s", "-S", "--pretend", "--search", "--searchdesc", "--info", "--version") },
        CommandModel.Shows("equery eix qlist pkg_info swlist lslpp"),
        CommandModel.Reads("instfix", "-acFik:pqrs:St:vf<") with { Judge = c => Daemons.DaemonCommands.Need(c, "what is installed changes", "-i") },
        new("opkg") { Subcommands = [CommandModel.Shows("list list-installed list-upgradable info status search files find"), Install("install remove update upgrade")] },
        new("pkg") { Subcommands = [CommandModel.Shows("info list version query which search stats"), Install("install delete remove update upgrade autoremove clean")] },
        new("nix-env") { Options = "-q --query --installed -a --available" },
    ];

    private static IEnumerable<CommandModel> Languages() =>
    [
        new("pip pip3 pipx pip2") { Changes = [Texts.TextCommands.Output("--log>"), Texts.TextCommands.Runs("--python!")], Options = "--version -V -q -v --disable-pip-version-check --format= --outdated --uptodate --local --user --not-required --pre --no-cache-dir --verbose --files -f --all --path=", SharesOptions = true, Subcommands = [CommandModel.Reads("list show freeze check debug inspect help index search environment", "-l -o -u -e -i: -r< -h --requirement< --editable --exclude-editable --include-editable --exclude= --index-url= --extra-index-url= --no-index --find-links= --require-virtualenv --isolated --no-color --no-input --timeout= --retries= --trusted-host= --cert. --cache-dir. --no-python-version-warning --platform= --python-version= --abi= --implementation= --only-binary= --no-binary= --json --short --help"), Install("install uninstall download wheel cache config upgrade inject run hash")] },
        new("npm pnpm yarn") { Changes = [Texts.TextCommands.Runs("--browser! --viewer! --editor! --node-options! --script-shell! --globalconfig! --userconfig! --cache! --git! --shell!")], Options = "-gvls --global --version --depth= --json --long --parseable --all --production --omit= --prefix. --silent --dev --prod -w:", SharesOptions = true, Subcommands = [CommandModel.Shows("ls list ll la view info show outdated root prefix bin help search ping whoami fund explain why licenses v"), CommandModel.Reads("audit", "--json --audit-level=", ArgumentRole.Unknown), new("config c") { Subcommands = [CommandModel.Shows("get list ls")] }, Install("install i ci add uninstall remove rm un update up upgrade run run-script start stop restart test exec publish unpublish link unlink prune dedupe rebuild init cache pack login logout set dlx x create version deprecate dist-tag owner adduser fix")] },
        new("gem") { Options = "--version -v", Subcommands = [CommandModel.Shows("list query search info contents dependency environment env outdated which specification stale help"), Install("install uninstall update cleanup fetch push build pristine sources owner yank unpack")] },
        new("bundle bundler") { Options = "--version -v", Subcommands = [CommandModel.Reads("list info show outdated check platform version env", "--paths --path --name-only --only-group= --without-group= --version --local --strict --parseable --porcelain --groups --group= --filter-major --filter-minor --filter-patch --dry-run --ruby --verbose --no-color --pre --source= --only-explicit --major --minor --patch --help"), Install("install update exec add remove clean lock package config")] },
        new("composer") { Options = "--version -V --no-interaction -n --no-plugins --no-scripts --no-cache -q --quiet -v --verbose? -h --help --ansi --no-ansi --profile", SharesOptions = true, Changes = [Texts.TextCommands.Runs("-d! --working-dir!")], Subcommands = [CommandModel.Reads("show info outdated licenses validate diagnose about why why-not depends prohibits status", "-iapsNPtloMmADrf: --all --installed --locked --platform --available --self --name-only --path --tree --latest --outdated --ignore= --major-only --minor-only --patch-only --sort-age --direct --strict --format= --no-dev --ignore-platform-reqs --ignore-platform-req= --no-check-lock --no-check-all --no-check-publish --no-check-version --with-dependencies --recursive"), Install("install update require remove dump-autoload run-script create-project global self-update exec")] },
        new("cargo rustup") { Options = "--version -V --list", Subcommands = [CommandModel.Reads("version show", ""), Install("tree metadata search build install run test update clean add remove publish fetch uninstall bench check doc toolchain default component target override self")] },
        new("go") { Subcommands = [CommandModel.Reads("version env", "-m -json -v", ArgumentRole.Inspect), Install("build install run test get mod generate clean fmt vet tool work list doc bug fix")] },
        new("helm-docs mvn gradle ant sbt dotnet msbuild cmake ninja meson bazel make gmake gcc g++ cc clang ld javac rake") { Options = "--version -version -v -V --info --list-sdks --list-runtimes", AnyOption = true, Operands = ArgumentRole.Text, Judge = c => Needs(c, "--version", "-version", "-v", "-V", "--info", "--list-sdks", "--list-runtimes") },
        new("conda mamba") { Options = "--version -V", Subcommands = [CommandModel.Shows("list info search"), Install("install remove update create env activate clean config run")] },
    ];

    private static CommandModel Install(string names) => CommandModel.Does(names, Destructive, "what is installed changes");

    private static CommandModel Simulated(string names) => new(names)
    {
        AnyOption = false,
        Operands = ArgumentRole.Text,
        Judge = c =>
        {
            if (!c.Given.Has("-s", "--simulate", "--just-print", "--dry-run", "--recon", "--no-act", "--print-uris"))
            {
                c.Add("write", Destructive, "what is installed changes");
            }
        },
    };

    private static void Needs(CommandCall call, params ReadOnlySpan<string> options)
    {
        if (!call.Given.Has(options) || call.Given.Operands.Count > 0 && call.Name is not "emerge" || call.Given.Stranger is not null)
        {
            call.Unknown("it builds or installs something");
        }
    }

    private static void Dpkg(CommandCall call)
    {
        if (!call.Told && call.Given.Options.Count == 0)
        {
            call.Unknown("it is called without a command");
        }
    }

    private static void Needrestart(CommandCall call)
    {
        if (call.Given.Value("-r") is { } mode && mode.Literal is not "l")
        {
            call.Add("restart", RiskTier.ServiceMutation, "services are restarted");
        }
        else if (!call.Given.Has("-b", "-p") && call.Given.Value("-r") is null)
        {
            call.Add("restart", RiskTier.ServiceMutation, "services may be restarted");
        }
    }

    private static void Pacman(CommandCall call)
    {
        var first = call.Words.Count > 0 ? call.Words[0].Literal : null;
        var shows = first is ['-', 'Q', ..] or ['-', 'V', ..] or ['-', 'T', ..] or "--query" or "--version" or "--deptest"
            || first is ['-', 'S' or 'F', ..] && first.AsSpan(2).ContainsAny("sigl") && !first.AsSpan(2).ContainsAny("yuwc");
        if (!shows || call.Words.Skip(1).Any(w => PacmanChanges(first!, w.Prefix)))
        {
            call.Add("write", Destructive, "what is installed changes");
        }
    }

    // Lists of packages are fetched anew with -y, also where it stands behind the command.
    private static bool PacmanChanges(string first, string word) => word switch
    {
        ['-', '-', ..] => word is not ("--info" or "--list" or "--search" or "--quiet" or "--groups" or "--explicit" or "--deps" or "--upgrades" or "--unrequired" or "--foreign" or "--native" or "--owns" or "--file" or "--check" or "--changelog" or "--regex" or "--machinereadable" or "--noconfirm" or "--verbose" or "--nocolor" or "--") && !word.StartsWith("--color", StringComparison.Ordinal),
        ['-', 'S' or 'R' or 'U' or 'D', ..] => true,
        ['-', ..] => first is not ['-', 'Q' or 'T' or 'V', ..] and not "--query" && word.AsSpan(1).ContainsAny("yuwc"),
        _ => false,
    };
}
