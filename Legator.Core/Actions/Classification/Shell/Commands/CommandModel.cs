using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands;

/// <summary>What a command does, told by its options and operands. What a model does not list is no read.</summary>
/// <param name="Names">Its names, a space between them.</param>
internal sealed record CommandModel(string Names)
{
    private OptionTable? _table;
    private Dictionary<string, CommandModel>? _subcommands;

    /// <summary>Options that change nothing, written as in <see cref="OptionTable"/>.</summary>
    public string Options { get; init; } = "";

    /// <summary>Options that change something.</summary>
    public IReadOnlyList<OptionChange> Changes { get; init; } = [];

    /// <summary>True when no option of the command does harm, also those that are not listed.</summary>
    public bool AnyOption { get; init; }

    /// <summary>How it reads its options.</summary>
    public OptionStyle Style { get; init; }

    /// <summary>What its first operand is; null when it is like the others.</summary>
    public ArgumentRole? First { get; init; }

    /// <summary>What its operands are.</summary>
    public ArgumentRole Operands { get; init; } = ArgumentRole.Unknown;

    /// <summary>True when its paths are only renamed, removed or marked, so that what is in them stays unread.</summary>
    public bool LeavesContent { get; init; }

    /// <summary>The worst that it does by itself.</summary>
    public RiskTier Tier { get; init; }

    /// <summary>The verb of its action; null for <c>read</c>, or for the name of a subcommand that changes something.</summary>
    public string? Verb { get; init; }

    /// <summary>Why it has the tier, in a short phrase.</summary>
    public string? Effect { get; init; }

    /// <summary>Why it is refused outright; null when it is not.</summary>
    public string? Blocked { get; init; }

    /// <summary>True when it takes <c>--help</c> and <c>--version</c> for anything but questions.</summary>
    public bool Helpless { get; init; }

    /// <summary>What models cannot tell about it; null when there is nothing more.</summary>
    public CommandJudge? Judge { get; init; }

    /// <summary>Commands that its first operand names.</summary>
    public IReadOnlyList<CommandModel> Subcommands { get; init; } = [];

    /// <summary>True when its subcommands take its own options, too.</summary>
    public bool SharesOptions { get; init; }

    /// <summary>True when it may be run without a subcommand, and then only shows something.</summary>
    public bool Alone { get; init; }

    /// <summary>A command that only shows something, whatever its options are.</summary>
    public static CommandModel Shows(string names, ArgumentRole operands = ArgumentRole.Text, string options = "") =>
        new(names) { AnyOption = true, Operands = operands, Options = options };

    /// <summary>A command that only shows something as long as its options are these.</summary>
    public static CommandModel Reads(string names, string options, ArgumentRole operands = ArgumentRole.Text) =>
        new(names) { Options = options, Operands = operands };

    /// <summary>A command that always changes something.</summary>
    public static CommandModel Does(string names, RiskTier tier, string effect, string? verb = null) =>
        new(names) { AnyOption = true, Operands = ArgumentRole.Text, Tier = tier, Effect = effect, Verb = verb };

    /// <summary>Its options.</summary>
    public OptionTable Table => _table ??= new OptionTable(Options, Changes, Style is OptionStyle.Words or OptionStyle.WordsFirst);

    /// <summary>The subcommand of a name; null when there is none.</summary>
    public CommandModel? Subcommand(string name)
    {
        _subcommands ??= Index();
        return _subcommands.GetValueOrDefault(name);
    }

    private Dictionary<string, CommandModel> Index()
    {
        var index = new Dictionary<string, CommandModel>(StringComparer.Ordinal);
        foreach (var sub in Subcommands)
        {
            var shared = SharesOptions ? sub with { _table = null, _subcommands = null, Options = Options + " " + sub.Options, Changes = [.. Changes, .. sub.Changes], SharesOptions = true } : sub;
            foreach (var name in sub.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                index[name] = shared;
            }
        }

        return index;
    }
}
