namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>Files that no agent writes, because whoever can write them owns the machine or can keep it from starting.</summary>
internal static class ProtectedPaths
{
    /// <summary>The files.</summary>
    public static PathRuleSet Set { get; } = new("""
        /boot/** /efi/** /dev/** /sys/firmware/** /proc/sysrq-trigger /proc/*/mem /proc/kcore
        /etc/shadow* /etc/gshadow* /etc/passwd* /etc/group /etc/group- /etc/sudoers* /etc/sudoers.d/** /etc/ld.so.preload
        **/.ssh/** **/authorized_keys* /etc/ssh/ssh_host_* /etc/ssh/authorized_keys/**
        """);

    /// <summary>Places that swallow whatever is written to them.</summary>
    public static PathRuleSet Sinks { get; } = new("/dev/null /dev/stdout /dev/stderr /dev/tty /dev/full /dev/zero /dev/fd/*");

    /// <summary>Switches of the running kernel: what is written there is gone with the next start.</summary>
    public static PathRuleSet Kernel { get; } = new("/proc/** /sys/**");

    /// <summary>Devices: what is written there overwrites disks.</summary>
    public static PathRuleSet Devices { get; } = new("/dev/**");
}
