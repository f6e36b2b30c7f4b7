using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Disks;

/// <summary>Commands that look at disks and file systems and change them.</summary>
internal static class DiskCommands
{
    private const RiskTier Service = RiskTier.ServiceMutation;
    private const RiskTier Destructive = RiskTier.DestructiveMutation;
    private const RiskTier Data = RiskTier.DataMutation;
    private const string Lvm = "-aomvPqSCjcnrstuxhdA0 -a -o: -O: -S: -v --all --options= --sort= --select= --units= --noheadings --nosuffix --separator= --segments --partial --verbose --unbuffered --rows --reportformat= --columns --colon --short --maps --nameprefixes --unquoted --binary --readonly --foreign --shared --cache --uuid --version --aligned --ignorelockingfailure --configreport= --nolocking --devices= --history --lockopt= --ignoreskippedcluster --nohints --quiet --yes";

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        Refused("dd dcfldd dc3dd ddrescue mkfs mke2fs newfs mkntfs mkdosfs mkreiserfs fdisk sfdisk gdisk sgdisk cfdisk cgdisk parted wipefs shred srm wipe scrub sfill sswap smem-secure blkdiscard", "It overwrites disks or shows what is on them; no agent runs it."),
        .. Shown(),
        .. Mounted(),
        .. Volumes(),
        .. Pools(),
        .. Hardware(),
    ];

    private static IEnumerable<CommandModel> Shown() =>
    [
        CommandModel.Reads("lshw", "-short -class: -C: -businfo -json -xml -html -quiet -sanitize -numeric -c: -disable: -enable: -notime -version") with { Style = OptionStyle.Words, Changes = [Texts.TextCommands.Output("-dump>")] },
        CommandModel.Reads("hwinfo", "--short --all --disk --cpu --memory --network --netcard --storage --usb --pci --bios --gfxcard --partition --listmd --scsi --sound --version --block --smp --arch"),
        CommandModel.Reads("inxi", "-0123456789 -aAbBCdDEfFGiIjJlLmMnNopPrRsSTuxyzZv:c:t?w?y:", ArgumentRole.Text),
        CommandModel.Reads("sensors", "-ufAjvc< --no-adapter --fahrenheit --version --config-file<", ArgumentRole.Text),
        CommandModel.Shows("lsblk lsscsi lspci lsusb lscpu lsmem lsdev biosdecode vpddecode acpi upsc apcaccess edac-util ipmi-sensors"),
        CommandModel.Reads("blkid", "-ghikL:o:ps:t:u:U:lc<nOS: --match-tag= --output= --label= --uuid= --match-token= --probe --cache-file< --info") with { Changes = [new("-w! -g --garbage-collect", Service, "a list of devices is rewritten")], Operands = ArgumentRole.Text, Judge = c => { if (c.Given.Value("-c", "--cache-file") is { } cache && cache.Literal is not "/dev/null") { c.Add("write", Destructive, "a list of devices is written"); } } },
        CommandModel.Reads("dmidecode", "-dhqs:t:uV --string= --type= --handle= --dump --quiet --no-sysfs --from-dump. --oem-string=") with { Changes = [Texts.TextCommands.Output("--dump-bin>")] },
        CommandModel.Reads("edac-ctl", "--mainboard --status --print-labels --guess-labels --layout --quiet --help"),
        CommandModel.Reads("mcelog", "--client --version --help --is-cpu-supported"),
        CommandModel.Reads("nvidia-smi rocm-smi", "-LqBhi:l:f>d: --query-gpu= --query-compute-apps= --format= --list-gpus --query --display= --id= --loop= --query-supported-clocks= --query-remapped-rows= -x --xml-format --showtemp --showuse --showmeminfo= --version -lms: --help-query-gpu") with { Style = OptionStyle.Posix, Operands = ArgumentRole.Text, Judge = Gpu },
        CommandModel.Reads("blockdev", "--getro --getdiscardzeroes --getss --getpbsz --getiomin --getioopt --getalignoff --getmaxsect --getbsz --getsize --getsize64 --getsz --getra --getfra --report -v -q -V", ArgumentRole.Text) with { Changes = [new("--setro --setrw --setbsz= --setra= --setfra= --flushbufs --rereadpt", Service, "a device is used in another way")] },
        CommandModel.Reads("tune2fs e2label", "-lV", ArgumentRole.Text) with { Judge = Label },
        CommandModel.Reads("dumpe2fs e2freefrag xfs_info", "-hVbfxgic:o:", ArgumentRole.Text),
        CommandModel.Shows("btrfs-find-root f2fs-info quota repquota quotastats"),
        CommandModel.Reads("xfs_quota", "-xc:p:D.P.VV", ArgumentRole.Text) with { Judge = Quota },
        CommandModel.Reads("hdparm", "-gIiCvVtTHMBQ --verbose --version") with { Operands = ArgumentRole.Text, Judge = c => { if (c.Given.Operands.Exists(w => !w.Prefix.StartsWith("/dev/", StringComparison.Ordinal))) { c.Add("write", Service, "the disk is told something"); } }, Changes = [new("--security-erase! --security-erase-enhanced! --security-set-pass! --write-sector! --trim-sector-ranges! --make-bad-sector! --fwdownload! --dco-restore --sanitize-block-erase --sanitize-crypto-scramble --sanitize-overwrite! --yes-i-know-what-i-am-doing --please-destroy-my-drive", Data, "what is on the disk is destroyed"), new("-y -Y -S! -W? -A? -a? -d? -m? -X! -k? -z -f -F -r? -w -p? -D? -K? -L? -N? -q -R? -s? -u? -Z -b? -c? -E? -J? -P?", Service, "the disk is told something")] },
        CommandModel.Reads("smartctl", "-aAcHixVgqd:l:n:P:q:T:r:b:v:F:j? --all --xall --info --health --attributes --capabilities --scan --scan-open --log= --device= --json? --nocheck= --tolerance= --version --identify? -j --get= -g: --quietmode= --format= -f:", ArgumentRole.Text) with { Changes = [new("-s! -t! -o! -S! -X -C --smart= --test= --offlineauto= --saveauto= --set= --abort --captive", Service, "the disk is told something")], Judge = c => { if (c.Given.Options.Exists(o => o.Shape.Name is "-l" or "--log" && (o.Value?.Literal is not { } log || log.StartsWith("scterc,", StringComparison.Ordinal) || log.StartsWith("scttempint,", StringComparison.Ordinal) || log.Contains("reset", StringComparison.Ordinal)))) { c.Add("write", Service, "the disk is told something"); } } },
        new("nvme") { Options = "-o: --output-format= -v --version", Subcommands = [CommandModel.Shows("list list-subsys smart-log error-log id-ctrl id-ns list-ns list-ctrl get-feature get-log fw-log show-regs endurance-log self-test-log effects-log show-topology version help ns-descs id-nvmset"), CommandModel.Does("format sanitize delete-ns create-ns write write-zeroes write-uncor dsm security-send attach-ns detach-ns", Data, "what is on the disk is destroyed"), CommandModel.Does("reset subsystem-reset ns-rescan device-self-test set-feature connect disconnect discover connect-all disconnect-all fw-activate fw-download fw-commit", Service, "the disk is told something")] },
    ];

    private static IEnumerable<CommandModel> Mounted() =>
    [
        new("mount") { Options = "-lhVvt: --show-labels --types= --version --verbose", Operands = ArgumentRole.Text, Changes = [new("-a -o: -r -w -B -R -M -U: -L: -n -f -F -i -s --all --options= --bind --rbind --move --make-private --make-shared --make-slave --read-only --rw --source= --target= --fake --no-mtab --uuid= --label=", Service, "a file system is mounted")], Judge = c => Daemons.DaemonCommands.Allow(c, 0, "a file system is mounted") },
        CommandModel.Does("umount swapoff fusermount fusermount3 pivot_root switch_root partprobe", Service, "a file system or device goes", "write"),
        CommandModel.Reads("swapon", "-sv --show? --summary --noheadings --raw --bytes --version -o:", ArgumentRole.Text) with { Changes = [new("-a -d? -e -f -p: -L: -U: --all --discard? --ifexists --fixpgsz --priority= --options=", Service, "swap is switched on")], Judge = c => { Daemons.DaemonCommands.Allow(c, 0, "swap is switched on"); if (!c.Told) { Daemons.DaemonCommands.Need(c, "swap is switched on", "-s", "-v", "--show", "--summary", "--version"); } } },
        CommandModel.Reads("exportfs", "-vs", ArgumentRole.Unknown) with { Changes = [new("-a -r -u -o! -i -f", Service, "what is exported changes")], Judge = null },
        CommandModel.Reads("losetup", "-alj.nO:J --list --all --associated. --output= --noheadings --raw --json --version", ArgumentRole.Text) with { Judge = c => { if (c.Given.Operands.Count > (c.Given.Options.Count > 0 ? 0 : 1)) { c.Add("write", Service, "a device is made"); } }, Changes = [new("-d -D -f -c -P -r -o! --detach= --detach-all --find --show --partscan", Service, "a device is made or goes")] },
        new("udevadm") { Options = "-V --version --debug", Subcommands = [CommandModel.Reads("info", "-q:p:n.r.axetP:d: --query= --path= --name= --root --attribute-walk --tree --export --export-prefix= --export-db --device-id-of-file= --property= --value --no-pager -V -h"), CommandModel.Shows("monitor verify"), CommandModel.Does("trigger control settle test test-builtin hwdb wait lock", Service, "devices are set up anew")] },
        CommandModel.Reads("fsck fsck.ext4 fsck.ext3 fsck.ext2 fsck.xfs fsck.vfat fsck.btrfs e2fsck xfs_repair btrfsck ntfsfix", "-nNVMTvtC? --version", ArgumentRole.Text) with { Judge = c => { if (!c.Given.Has("-n", "-N", "--version") && (c.Name == "fsck" || !c.Given.Has("-V"))) { c.Add("write", Data, "the file system is repaired, and may lose files"); } } },
        Damages("mkswap resize2fs xfs_growfs xfs_admin xfs_copy xfs_restore xfs_db debugfs e2image e2undo resize_reiserfs ntfsresize growpart btrfstune badblocks hfsprescue testdisk photorec extundelete partclone fsarchiver partx kpartx addpart delpart resizepart swaplabel fatlabel dosfslabel ntfslabel mkudffs mksquashfs grub-bios-setup", "a file system is changed"),
        CommandModel.Does("fstrim sync fsfreeze quotaon quotaoff edquota setquota quotacheck", Service, "a file system is told something", "write"),
    ];

    private static IEnumerable<CommandModel> Volumes() =>
    [
        CommandModel.Reads("lvs vgs pvs lvdisplay vgdisplay pvdisplay pvscan vgscan lvscan vgck lvmdiskscan fullreport", Lvm, ArgumentRole.Text) with { Changes = [new("--config! --activate! --updatemetadata --mknodes --notifydbus", Service, "volumes are set up")], Judge = c => { if (c.Name == "pvscan" && c.Given.Has("-a")) { c.Add("run", Service, "volumes are set up"); } } },
        Damages("lvremove vgremove pvremove lvreduce lvresize vgreduce lvconvert pvmove vgcfgrestore pvcreate vgmerge vgsplit vgexport vgimportclone lvm", "volumes hold data"),
        CommandModel.Reads("lvchange vgchange", "-v --verbose -q --quiet", ArgumentRole.Text) with { Changes = [new("-a: --activate=", Service, "volumes come or go")], Judge = c => { if (!c.Told) { c.Add("write", Destructive, "volumes change"); } } },
        CommandModel.Does("lvcreate lvextend vgcreate vgextend pvchange pvresize lvrename vgrename vgimport vgcfgbackup vgmknodes lvmdump", Destructive, "volumes change", "write"),
        new("dmsetup") { Options = "--tree -o: -c -C --columns --noheadings --target=", SharesOptions = true, Subcommands = [CommandModel.Reads("ls status info deps version targets udevcookies", "", ArgumentRole.Text), CommandModel.Does("table", Destructive, "it may show keys"), CommandModel.Does("remove remove_all wipe_table create load reload suspend resume rename message clear", Data, "volumes hold data")] },
        new("cryptsetup") { Options = "--version -v --type= --dump-json-metadata", Subcommands = [CommandModel.Reads("status isLuks luksUUID", "-v --type=", ArgumentRole.Text), CommandModel.Reads("luksDump", "--dump-json-metadata", ArgumentRole.Text), CommandModel.Does("open luksOpen close luksClose resize refresh benchmark luksSuspend luksResume plainOpen", Service, "a volume is opened or closed"), CommandModel.Does("luksFormat erase luksErase reencrypt luksKillSlot luksRemoveKey luksAddKey luksChangeKey luksHeaderRestore luksHeaderBackup convert config token repair", Data, "a volume may never be opened again")] },
        CommandModel.Reads("mdadm", "-DEsvQRbYX --detail --examine --scan --verbose --brief --query --export --examine-bitmap --detail-platform --version --test --config= --misc -c:", ArgumentRole.Text) with { Changes = [new("--zero-superblock --create --build --grow --assemble --kill-subarray= --update-subarray= -C -A -B -G --add --re-add --add-spare --replace --remove --fail --set-faulty --stop -S -a -r -f --manage --wait --run --update= --incremental -I --level= -l: -n: --raid-devices= --readonly --readwrite -o -w -F --monitor --follow --auto-detect --force --assume-clean", Data, "disks of an array change")], Judge = c => Daemons.DaemonCommands.Need(c, "an array changes", "-D", "-E", "-Q", "-s", "-X", "--detail", "--examine", "--query", "--examine-bitmap", "--detail-platform", "--version", "--scan") },
        new("multipath multipathd") { Options = "-l -ll -v: -d -t -T -h", Operands = ArgumentRole.Text, Style = OptionStyle.Words, Judge = c => { if (!c.Given.Has("-l", "-ll", "-t", "-T") && c.Given.Operands is not [{ Literal: "show" }, ..]) { c.Add("write", Service, "paths to disks change"); } } },
        CommandModel.Reads("iscsiadm", "-m:P:d:T:p:I: -h -V --mode= --print= --targetname= --portal=", ArgumentRole.Unknown) with { Changes = [new("-l -u -o! -R --login --logout --op= --rescan -n! -v! -D -s -r! -k!", Service, "disks come or go"), new("-S --show", Destructive, "passwords are shown", "read")] },
        new("drbdadm drbdsetup") { Subcommands = [CommandModel.Shows("status dump cstate dstate role sh-resources show events2 get-gi show-gi"), CommandModel.Does("up down connect disconnect primary secondary adjust attach detach pause-sync resume-sync verify", Service, "a mirror changes"), CommandModel.Does("create-md wipe-md invalidate invalidate-remote resize new-current-uuid outdate", Data, "a mirror loses what it holds")] },
        new("gluster") { Options = "--mode= --xml", Subcommands = [new("volume") { Subcommands = [CommandModel.Shows("info status list get"), new("heal") { AnyOption = true, Operands = ArgumentRole.Text, Judge = c => { if (c.Given.Operands is not [_, { Literal: "info" }, ..]) { c.Add("run", Service, "a volume is healed"); } } }, CommandModel.Does("start stop set reset rebalance add-brick profile top quota sync barrier log create", Service, "a volume changes"), CommandModel.Does("delete remove-brick replace-brick reset-brick", Data, "volumes hold data")] }, new("peer") { Subcommands = [CommandModel.Shows("status"), CommandModel.Does("probe detach", Service, "the cluster changes")] }, new("pool") { Subcommands = [CommandModel.Shows("list")] }, new("snapshot") { Subcommands = [CommandModel.Shows("list info status"), CommandModel.Does("create activate deactivate config", Destructive, "snapshots change"), CommandModel.Does("delete restore clone", Data, "snapshots are data")] }] },
    ];

    private static IEnumerable<CommandModel> Pools() =>
    [
        new("zfs") { Subcommands = [CommandModel.Shows("list get holds diff userspace groupspace projectspace version help"), CommandModel.Does("snapshot snap mount unmount share unshare hold create clone bookmark load-key unload-key", Service, "a file system is added, mounted or kept"), CommandModel.Does("set inherit release rename allow unallow promote upgrade", Destructive, "a file system changes"), CommandModel.Does("destroy rollback receive recv change-key", Data, "a file system loses what it holds"), CommandModel.Does("send", Destructive, "everything in it is read")] },
        new("zpool") { Subcommands = [CommandModel.Shows("status list iostat get history version wait help"), CommandModel.Reads("events", "-vHf"), CommandModel.Does("scrub trim set online offline clear import export reopen upgrade resilver sync checkpoint initialize", Service, "a pool changes"), CommandModel.Does("destroy labelclear create add attach detach replace remove split reguid", Data, "a pool loses what it holds")] },
        new("btrfs")
        {
            Options = "-q -v --version --format=",
            Subcommands =
            [
                new("filesystem fi f") { Subcommands = [CommandModel.Shows("usage us df show du"), CommandModel.Does("defragment defrag sync label balance mkswapfile", Service, "a file system changes"), CommandModel.Does("resize", Data, "a file system changes")] },
                new("subvolume su sub s") { Subcommands = [CommandModel.Shows("list li show sh get-default find-new"), CommandModel.Does("create snapshot set-default sync", Destructive, "subvolumes change"), CommandModel.Does("delete", Data, "subvolumes hold data")] },
                new("device de dev d") { Subcommands = [new("stats st stat") { Options = "-cT --check --format=", Operands = ArgumentRole.Text, Changes = [new("-z --reset", Service, "counters are reset")] }, CommandModel.Shows("usage us ready"), CommandModel.Reads("scan", "-d --all-devices"), CommandModel.Does("add delete remove replace", Data, "disks of a file system change")] },
                new("scrub sc balance b replace quota qgroup") { Subcommands = [CommandModel.Shows("status show"), CommandModel.Does("start cancel resume pause enable disable rescan create destroy limit assign remove", Service, "a file system is checked or moved")] },
                CommandModel.Shows("version"), new("inspect-internal inspect") { Subcommands = [CommandModel.Shows("rootid inode-resolve logical-resolve subvolid-resolve dump-super min-dev-size list-chunks")] }, new("property") { Subcommands = [CommandModel.Shows("get list")] },
                CommandModel.Does("check rescue restore receive send", Data, "a file system may lose what it holds"),
            ],
        },
        new("ceph")
        {
            SharesOptions = true,
            Changes = [Texts.TextCommands.Output("-o> --out-file>"), new("-i< --in-file<", Destructive, "a file is sent to the cluster")],
            Options = "-sf:wvc:n:m: --status --health --format= --version --cluster= --name= --id= --conf= --connect-timeout= --watch --block -W:",
            Alone = false,
            Judge = c => { if (c.Given.Has("-s", "-w", "--status", "--health", "-v", "--version", "--watch", "-W")) { c.Add("read", RiskTier.Read, null); } },
            Subcommands =
            [
                CommandModel.Shows("status df versions version features quorum_status report time-sync-status node"),
                new("health") { AnyOption = true, Operands = ArgumentRole.Text, Judge = c => { if (c.Given.Operands.Exists(w => w.Literal is not "detail")) { c.Add("write", Service, "warnings of the cluster change"); } } },
                CommandModel.Reads("insights", "", ArgumentRole.Unknown),
                Ceph("osd", "tree df status stat dump perf find metadata blocked-by utilization ls lspools versions info ok-to-stop safe-to-destroy df", "pool"),
                Ceph("pg", "stat dump dump_stuck ls ls-by-pool ls-by-osd map", ""),
                Ceph("mon mgr mds fs orch cephadm crash device log balancer telemetry config quorum rgw", "stat dump status ls list ls-new info metadata show get versions last ps services", ""),
                CommandModel.Does("tell daemon injectargs auth config-key", Destructive, "a daemon is told something, or keys are shown"),
            ],
        },
        Ceph("rbd", "ls list info du status showmapped children", "") ,
        new("rados") { Options = "-p: --pool=", Subcommands = [CommandModel.Shows("ls df lspools stat listomapkeys listxattr list-inconsistent-pg"), CommandModel.Does("put rm rmpool purge cleanup setomapval mkpool append truncate create cppool bench cp setxattr", Data, "objects are data")] },
        new("radosgw-admin") { Subcommands = [new("bucket") { Subcommands = [CommandModel.Shows("list stats limit"), CommandModel.Does("link unlink check reshard rewrite chown", Destructive, "a bucket changes"), CommandModel.Does("rm", Data, "objects are data")] }, new("user") { Subcommands = [CommandModel.Shows("list stats"), CommandModel.Does("info create modify suspend enable", Destructive, "keys are shown or users change"), CommandModel.Does("rm", Data, "objects may go with their owner")] }, new("zone") { Subcommands = [CommandModel.Shows("list")] }, new("usage quota sync zonegroup realm period gc lc") { Subcommands = [CommandModel.Shows("show status get list")] }] },
        new("restic") { Options = "-r:p<qvo: --repo= --repository-file. --password-file. --no-lock --json --no-cache --quiet --verbose --tag= --host= --path= --compact --latest= -H: --mode= --group-by= -l --long", SharesOptions = true, Changes = [Texts.TextCommands.Runs("--password-command! -o!")], Subcommands = [CommandModel.Reads("snapshots stats ls find check diff version list", "", ArgumentRole.Text), CommandModel.Does("backup restore init copy unlock tag mount key migrate cache self-update dump cat", Destructive, "backups are made or read"), CommandModel.Does("forget prune rebuild-index repair rewrite recover", Data, "backups are data")] },
        new("borg") { Options = "-vpqr: --info --debug --json --short --format= --last= --first= --prefix= --glob-archives= -a: -P: --lock-wait= --list --sort-by= --log-json --bypass-lock --consider-checkpoints --version -V", SharesOptions = true, Subcommands = [CommandModel.Reads("list info diff", "", ArgumentRole.Inspect), CommandModel.Does("create extract init mount umount key break-lock with-lock rename export-tar import-tar check config serve upgrade benchmark", Destructive, "backups are made or read"), CommandModel.Does("delete prune compact recreate", Data, "backups are data")] },
        CommandModel.Does("duplicity duplicati bacula bconsole rdiff-backup tarsnap wal-g xtrabackup mariabackup innobackupex burp", Destructive, "backups are made, read or removed", "run"),
    ];

    private static IEnumerable<CommandModel> Hardware() =>
    [
        new("ipmitool") { Options = "-I:H:U:P:L:C:p:f.cvt:E", Subcommands = [new("sdr fru") { Subcommands = [CommandModel.Shows("list elist print type info get entity"), CommandModel.Does("fill write edit upgEkey", Service, "the controller changes")], Alone = true }, new("sensor") { Subcommands = [CommandModel.Shows("list get reading"), CommandModel.Does("thresh", Service, "the controller changes")], Alone = true }, new("sel") { Subcommands = [CommandModel.Shows("list elist info"), new("get") { Operands = ArgumentRole.Text, Judge = c => { if (c.Given.Operands.Exists(w => w.Prefix is not [>= '0' and <= '9', ..])) { c.Unknown("it is told something that is not known to be harmless"); } } }, CommandModel.Does("clear delete add save writeraw set time", Destructive, "the log of the controller changes")], Alone = true }, new("chassis power") { Subcommands = [new("policy") { Operands = ArgumentRole.Text, Judge = c => { if (c.Given.Operands.Exists(w => w.Literal is not "list")) { c.Add("write", Service, "the controller changes"); } } }, CommandModel.Shows("status restart_cause poh selftest"), new("power") { Subcommands = [CommandModel.Shows("status"), CommandModel.Does("on off cycle reset diag soft", Destructive, "the machine is switched off")] }, new("bootparam") { Subcommands = [CommandModel.Shows("get"), CommandModel.Does("set", Service, "the controller changes")] }, CommandModel.Does("on off cycle reset diag soft", Destructive, "the machine is switched off"), CommandModel.Does("identify bootdev", Service, "the controller changes")] }, new("mc bmc") { Subcommands = [CommandModel.Shows("info guid getenables selftest"), CommandModel.Does("reset setenables watchdog getsysinfo setsysinfo", Service, "the controller changes")] }, new("lan user channel session sol pef dcmi") { Subcommands = [CommandModel.Shows("print list info getaccess summary discover sensors"), CommandModel.Does("set enable disable priv test activate deactivate setaccess", Destructive, "who may reach the controller changes")] }, CommandModel.Shows("version")] },
        CommandModel.Does("ipmiconsole ipmipower bmc-device wol ether-wake etherwake", Destructive, "the machine is switched on or off", "run"),
        Raid("storcli storcli64 perccli perccli64"),
        new("megacli MegaCli MegaCli64 megacli64") { AnyOption = true, Operands = ArgumentRole.Text, Judge = c => Named(c, "-LDInfo", "-PDList", "-AdpAllInfo", "-AdpBbuCmd", "-CfgDsply", "-EncInfo", "-ShowSummary", "-LdPdInfo", "-PDInfo", "-AdpEventLog", "-v", "-h", "-AdpCount", "-FwTermLog", "-GetBbuStatus") },
        new("hpssacli ssacli hpacucli arcconf tw_cli areca-cli mvcli sas3ircu sas2ircu") { AnyOption = true, Operands = ArgumentRole.Text, Judge = c => Word(c, "show", "getconfig", "getstatus", "getlogs", "display", "status", "DISPLAY", "info", "LIST", "STATUS", "list") },
        CommandModel.Reads("efibootmgr", "-vu --verbose --version") with { Changes = [new("-D -b! -B -n! -N -o! -O -a -A -c -d! -l! -L! -t! -T", Destructive, "how the machine starts changes")] },
        CommandModel.Reads("mokutil", "--sb-state --list-enrolled --list-new --list-delete --pk --kek --db --dbx --test-key. --sbat") ,
        CommandModel.Reads("grubby", "--info= --default-kernel --default-index --default-title --bootloader-probe --version") with { Changes = [new("--set-default= --update-kernel= --args= --remove-args= --remove-kernel= --add-kernel= --make-default --set-default-index= --copy-default --initrd= --title=", Destructive, "how the machine starts changes")] },
        new("bootctl") { Options = "--no-pager --path. --esp-path. --boot-path. -p -x --print-esp-path --print-boot-path -R --json= --quiet", Subcommands = [CommandModel.Shows("status list is-installed systemd-efi-options"), CommandModel.Does("install update remove set-default set-oneshot set-timeout random-seed cleanup unlink reboot-to-firmware", Destructive, "how the machine starts changes")], Alone = true },
        CommandModel.Does("grub-reboot grub2-reboot grub-set-default grub2-set-default grub2-install grub-editenv grub2-editenv extlinux lilo kexec flashrom", Destructive, "how the machine starts changes", "write"),
        CommandModel.Does("grub-mkconfig grub2-mkconfig", Destructive, "how the machine starts changes", "write") with { Options = "-o> --output>" },
        CommandModel.Reads("kdump-config kdumpctl", "", ArgumentRole.Text) with { Judge = c => Word(c, "show", "status", "test", "estimate", "showmem") },
        new("fwupdmgr") { Options = "--version --json", Subcommands = [CommandModel.Shows("get-devices get-updates get-history get-remotes get-topology get-plugins get-upgrades"), CommandModel.Reads("security", "--json"), CommandModel.Does("update upgrade install refresh downgrade activate clear-history", Destructive, "firmware changes")] },
        CommandModel.Does("rtcwake", Service, "the clock changes", "write"),
    ];

    private static CommandModel Refused(string names, string because) => new(names) { Blocked = because };

    private static CommandModel Damages(string names, string effect) => CommandModel.Does(names, Data, effect, "write");

    private static CommandModel Ceph(string names, string shows, string pool) => new(names)
    {
        Options = "-p: --pool= --format= -f: -l --long --cluster= --id=",
        Subcommands =
        [
            CommandModel.Shows(shows),
            .. pool.Length == 0 ? [] : new CommandModel[] { new(pool) { Subcommands = [CommandModel.Shows("ls stats get autoscale-status get-quota"), CommandModel.Does("set create rename application set-quota mksnap", Destructive, "a pool changes"), CommandModel.Does("delete rm rmsnap", Data, "pools hold data")] } },
            CommandModel.Does("rm purge destroy remove trash lost zap import flatten resize merge-diff import-diff rollback", Data, "it holds data"),
            new("snap") { Subcommands = [CommandModel.Shows("ls list"), CommandModel.Does("create protect unprotect limit", Destructive, "snapshots change"), CommandModel.Does("rm remove purge rollback rename", Data, "snapshots are data")] },
            CommandModel.Does("set unset out in reweight up scrub deep-scrub restart start stop", Service, "the cluster works in another way"),
            CommandModel.Does("reweight-by-utilization down repair enable disable add apply redeploy archive prune reset fail map unmap lock create clone copy cp mv rename feature mirror export bench", Destructive, "the cluster changes"),
        ],
    };

    private static CommandModel Raid(string names) => new(names) { AnyOption = true, Operands = ArgumentRole.Text, Judge = c => { if (c.Words.FirstOrDefault(w => w.Prefix is not ['/', ..])?.Literal is not ("show" or "-v" or "help" or "version")) { c.Unknown("it is told something that is not known to be harmless"); } Word(c, "show", "-v", "help", "version"); } };

    private static void Word(CommandCall call, params ReadOnlySpan<string> words)
    {
        foreach (var word in call.Words)
        {
            if (word.Literal is { } text && words.Contains(text) && !call.Words.Any(w => w.Literal is "delete" or "del" or "erase" or "start" or "set" or "add" or "clear" or "drop" or "init" or "delall" or "modify" or "create" or "remove" or "restart" or "reload" or "identify" or "rescan" or "download" or "flush" or "replace" or "format" or "locate" or "LOCATE" or "rebuild" || w.Prefix.Contains('=', StringComparison.Ordinal) && !w.Prefix.StartsWith("slot=", StringComparison.Ordinal)))
            {
                return;
            }
        }

        call.Unknown("it is told something that is not known to be harmless");
    }

    private static void Named(CommandCall call, params ReadOnlySpan<string> words)
    {
        if (call.Words.Count == 0 || call.Words[0].Literal is not { } text || !words.Contains(text) || (text == "-AdpEventLog" && call.Words is not [_, { Literal: ['-', 'G', 'e', 't', ..] }, ..])
            || call.Words.Any(w => w.Literal is null or "-f" || w.Literal.Equals("-Clear", StringComparison.OrdinalIgnoreCase) || w.Literal.Equals("-BbuLearn", StringComparison.OrdinalIgnoreCase) || (text == "-AdpBbuCmd" && w.Literal is not ("-AdpBbuCmd" or "-NoLog") && !w.Literal.StartsWith("-GetBbu", StringComparison.Ordinal) && !w.Literal.StartsWith("-a", StringComparison.Ordinal))))
        {
            call.Unknown("it is told something that is not known to be harmless");
        }
    }

    private static void Gpu(CommandCall call)
    {
        if (call.Given.Operands.Count > 0 && call.Given.Operands[0].Literal is not ("topo" or "nvlink" or "dmon" or "pmon" or "stats"))
        {
            call.Unknown("the card is told something");
        }

        if (call.Words.Any(w => w.Literal is null || w.Literal.StartsWith("--filename", StringComparison.Ordinal) || (call.Given.Operands.Count > 0 && call.Given.Operands[0].Literal is "dmon" or "pmon" or "stats" && w.Literal.StartsWith("-f", StringComparison.Ordinal)) || (call.Given.Operands.Count > 0 && call.Given.Operands[0].Literal == "nvlink" && w.Literal is ['-', ..] and not ("-s" or "--status" or "-i" or "--id" or "-l" or "--link" or "-c" or "--capabilities" or "-p" or "--pcibusid" or "-R" or "--remotelinkinfo" or "-e" or "--errorcounters" or "-gt" or "--getthroughput" or "-h"))))
        {
            call.Unknown("the card is told something, or a file is written");
        }
    }

    private static void Label(CommandCall call)
    {
        if ((call.Name == "tune2fs" && !call.Given.Has("-l")) || (call.Name == "e2label" && call.Given.Operands.Count > 1))
        {
            call.Add("write", Data, "a file system is changed");
        }
    }

    private static void Quota(CommandCall call)
    {
        foreach (var option in call.Given.Options)
        {
            if (option.Shape.Name == "-c" && !(option.Value?.Literal is { } order && (order.StartsWith("report", StringComparison.Ordinal) || order.StartsWith("df", StringComparison.Ordinal) || order.StartsWith("quota", StringComparison.Ordinal) || order.StartsWith("state", StringComparison.Ordinal) || order.StartsWith("print", StringComparison.Ordinal) || order.StartsWith("free", StringComparison.Ordinal)) && !order.Contains("-f", StringComparison.Ordinal)))
            {
                call.Add("write", Service, "quotas change");
            }
        }
    }
}
