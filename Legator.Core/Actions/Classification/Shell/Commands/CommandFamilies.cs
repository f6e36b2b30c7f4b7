namespace Legator.Core.Actions.Classification.Shell.Commands;

/// <summary>All families of commands.</summary>
internal static class CommandFamilies
{
    /// <summary>The models of all families.</summary>
    public static IEnumerable<IReadOnlyList<CommandModel>> All { get; } =
    [
        Texts.TextCommands.All,
        Texts.EditorCommands.All,
        Paths.PathCommands.All,
        Processes.ProcessCommands.All,
        Network.NetworkCommands.All,
        Packages.PackageCommands.All,
        Daemons.DaemonCommands.All,
        Containers.ContainerCommands.All,
        Wrappers.WrapperCommands.All,
        Sources.GitCommands.All,
        Disks.DiskCommands.All,
        Accounts.AccountCommands.All,
        Databases.DatabaseCommands.All,
        Machine.MachineCommands.All,
        Builtins.BuiltinCommands.All,
        Cloud.CloudCommands.All,
        Cloud.DelegatedCommands.All,
        Tooling.ToolingCommands.All,
    ];

    /// <summary>The name of the model that a name with a version or a type in it belongs to; null when there is none.</summary>
    /// <param name="name">The name, without a directory.</param>
    public static string? Find(string name) =>
        name.StartsWith("mkfs.", StringComparison.OrdinalIgnoreCase) || name.Equals("mkfs", StringComparison.OrdinalIgnoreCase) ? "mkfs"
        : name.StartsWith("fsck.", StringComparison.Ordinal) ? "fsck"
        : name.StartsWith("php-fpm", StringComparison.Ordinal) ? "php-fpm"
        : Versioned(name, "python") ?? Versioned(name, "php") ?? Versioned(name, "perl") ?? Versioned(name, "ruby") ?? Versioned(name, "pip") ?? Versioned(name, "lua") ?? Versioned(name, "node") ?? Refused(name);

    private static string? Versioned(string name, string plain)
    {
        if (name.Length <= plain.Length || !name.StartsWith(plain, StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var sign in name.AsSpan(plain.Length))
        {
            if (!char.IsAsciiDigit(sign) && sign is not ('.' or '-'))
            {
                return null;
            }
        }

        return plain;
    }

    // Capitals and endings do not hide what is refused.
    private static string? Refused(string name)
    {
        var lower = name.ToLowerInvariant();
        var dot = lower.IndexOf('.', StringComparison.Ordinal);
        return lower != name && CommandTable.Refuses(lower) ? lower
            : dot > 0 && CommandTable.Refuses(lower[..dot]) ? lower[..dot]
            : null;
    }
}
