namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>Places that hold data which nobody can make again.</summary>
internal static class DataPaths
{
    private const string Rebuilt = """
        /var/lib/apt/** /var/lib/dpkg/** /var/lib/yum/** /var/lib/dnf/** /var/lib/rpm/** /var/lib/snapd/cache/** /var/lib/systemd/** /var/lib/update-notifier/**
        /var/lib/logrotate/** /var/lib/man-db/** /var/lib/command-not-found/** /var/lib/PackageKit/** /var/lib/mlocate/** /var/lib/plocate/** /var/lib/dhcp/** /var/lib/misc/**
        /var/lib/*/tmp/** /var/lib/*/cache/** /home/*/.cache/** /home/*/tmp/** /srv/*/tmp/** /srv/*/cache/** /data/*/tmp/** /data/tmp/** /data/cache/**
        """;

    /// <summary>Removing something here removes data.</summary>
    public static PathRuleSet Removed { get; } = new("""
        /home/** /srv/** /data/** /data?/** /mnt/** /media/** /backup/** /backups/** /export/** /exports/** /nfs/** /nas/** /storage/** /volumes/** /volume?/** /pgdata/** /archive/** /dump/** /dumps/**
        /var/lib/** /var/lib /var/backups/** /var/backup/** /var/mail/** /var/spool/mail/** /var/www/** /var/opt/** /opt/*/data/** /usr/local/*/data/** /var/local/**
        **/pgdata/** **/pg_wal/** **/mysql/data/** **/*.sql **/*.sql.gz **/*.dump **/*.db **/*.sqlite **/*.sqlite3 **/*.rdb **/*.aof **/*.ibd **/*.frm **/*.myd **/*.mdb **/*.wal
        **/*.bak **/*.qcow2 **/*.vmdk **/*.vdi **/*.vhdx **/backup/** **/backups/**
        """, Rebuilt + " /tmp /tmp/** /var/tmp/** /var/cache/** /var/log/** /run/** /run");

    /// <summary>Overwriting something here changes data behind the back of the program that keeps it.</summary>
    public static PathRuleSet Written { get; } = new("""
        /var/lib/** **/pgdata/** **/pg_wal/** **/mysql/data/** **/*.sqlite **/*.sqlite3 **/*.db **/*.rdb **/*.aof **/*.ibd **/*.frm **/*.myd **/*.mdb
        """, Rebuilt + " /tmp/** /var/tmp/**");

    /// <summary>Directories below which data lies: whoever removes or changes one of them as a whole reaches it.</summary>
    public static PathRuleSet Roots { get; } = new("/ /home /srv /data /mnt /media /root /var /var/lib ~ ~/*", "~/?**");
}
