using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands;

/// <summary>Judges calls by the models of their commands.</summary>
internal static class ModelJudge
{
    /// <summary>Judges a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="model">The model of its command.</param>
    /// <param name="start">Where the command's own words begin.</param>
    /// <param name="outer">What was given before the subcommand and counts for it, too; null when nothing does.</param>
    /// <param name="name">The name by which a subcommand was called; null for the command itself.</param>
    public static void Judge(CommandCall call, CommandModel model, int start = 0, string? name = null, GivenArguments? outer = null)
    {
        if (model.Blocked is { } because)
        {
            call.Block(because);
            return;
        }

        var style = model.Subcommands.Count == 0 ? model.Style : model.Style == OptionStyle.Words ? OptionStyle.WordsFirst : OptionStyle.Posix;
        var given = new OptionReader(model.Table, style, call.Words).Read(start);
        call.Given = given;
        Options(call, model, given);
        if (outer is { Options.Count: > 0 })
        {
            given.Options.InsertRange(0, outer.Options);
        }

        if (model.Subcommands.Count > 0)
        {
            Dispatch(call, model, given);
            return;
        }

        Operands(call, model, given);
        model.Judge?.Invoke(call);
        if (!call.Told)
        {
            call.Add(model.Verb ?? (model.Tier == RiskTier.Read ? "read" : name ?? "run"), model.Tier, model.Effect);
        }
    }

    private static void Options(CommandCall call, CommandModel model, GivenArguments given)
    {
        if (!model.AnyOption && model.Tier == RiskTier.Read)
        {
            if (given.Stranger is { } stranger)
            {
                call.Unknown($"the option '{stranger}' is not known");
            }

            if (given.Dynamic is { } word)
            {
                call.Unknown($"'{word}' may be an option");
            }
        }

        foreach (var option in given.Options)
        {
            if (option.Shape.Change is { } change)
            {
                call.Add(change.Verb, change.Tier, change.Effect);
            }

            if (option.Value is { } value && option.Shape.Role != ArgumentRole.Text)
            {
                call.Use(option.Shape.Role, value);
            }
            else if (option.Value?.Literal is { } text && text.Contains('/', StringComparison.Ordinal) && (model.First ?? model.Operands) is ArgumentRole.Read or ArgumentRole.ReadTree or ArgumentRole.Glance)
            {
                Doubt(call, option.Value);
            }
        }
    }

    // Versions of a command differ in which options take a value, so a word behind one may as well be a file.
    private static void Doubt(CommandCall call, ShellWord value)
    {
        if (call.Words.Any(w => ReferenceEquals(w, value)))
        {
            call.Take([.. FileRules.Read(call.Scope, value).Where(a => a.BlockedBecause is not null)]);
        }
    }

    private static void Operands(CommandCall call, CommandModel model, GivenArguments given)
    {
        for (var i = 0; i < given.Operands.Count; i++)
        {
            var word = given.Operands[i];
            call.Use(i == 0 && model.First is { } first ? first : model.Operands, word);
        }

        // An expansion without quotes may be several words, so what it stands for may reach the operands.
        if (given.Split is { } split && model.Tier == RiskTier.Read)
        {
            call.Use(model.Operands, split.HasUnknown ? Anything(split) : split);
        }
    }

    private static ShellWord Anything(ShellWord word) => new([new WordPart(WordPartKind.Unknown, word.ToString())]);

    private static void Dispatch(CommandCall call, CommandModel model, GivenArguments given)
    {
        if (given.Operands.Count == 0)
        {
            model.Judge?.Invoke(call);
            if (!call.Told)
            {
                Alone(call, model, given);
            }

            return;
        }

        var name = given.Operands[0];
        if (name.Literal is { } literal && model.Subcommand(literal) is { } sub)
        {
            model.Judge?.Invoke(call);
            Judge(call, sub, given.FirstOperand + 1, literal, model.SharesOptions ? given : null);
            return;
        }

        call.Unknown(name.Literal is null ? $"nobody knows what '{name}' is" : $"'{call.Name} {name}' is not known");
    }

    private static void Alone(CommandCall call, CommandModel model, GivenArguments given)
    {
        if (model.Alone || given.Has("--version", "--help", "-h", "-V", "-v", "-version"))
        {
            call.Add("read", RiskTier.Read, null);
        }
        else
        {
            call.Unknown("it is called without a command");
        }
    }
}
