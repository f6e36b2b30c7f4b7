using System.Runtime.CompilerServices;
using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands;

/// <summary>A call that is being judged: its arguments, and what was found so far.</summary>
internal sealed class CommandCall(CommandInvocation invocation)
{
    private readonly List<ProposedAction> _found = [];
    private string? _text;

    /// <summary>The command's name.</summary>
    public string Name => invocation.Name;

    /// <summary>All words after the name.</summary>
    public IReadOnlyList<ShellWord> Words => invocation.Arguments;

    /// <summary>What surrounds the command.</summary>
    public ShellScope Scope => invocation.Scope;

    /// <summary>The words, sorted by the model that is being asked.</summary>
    public GivenArguments Given { get; set; } = new();

    /// <summary>True when the command itself was found to do something, beside what it does to files and through other commands.</summary>
    public bool Told { get; private set; }

    /// <summary>True when commands inside of this one run as another user.</summary>
    public bool Elevated { get; set; }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<ProposedAction> Found => _found;

    /// <summary>The command as people would write it.</summary>
    public string Text => _text ??= Words.Count == 0 ? Name : Cut(Joined());

    /// <summary>The command itself does something.</summary>
    public void Add(string verb, RiskTier tier, string? effect)
    {
        Told = true;
        _found.Add(ShellActions.Of(Scope, verb, Text, tier, effect));
    }

    /// <summary>The command only shows something, but something delicate.</summary>
    public void Guard(string verb, string effect)
    {
        Told = true;
        _found.Add(ShellActions.Of(Scope, verb, Text, RiskTier.Read, effect) with { Guarded = true });
    }

    /// <summary>The command does something that nobody knows.</summary>
    public void Unknown(string effect) => Add("run", RiskTier.DestructiveMutation, effect);

    /// <summary>The command is refused outright.</summary>
    public void Block(string because, string? unless = null, RiskTier tier = RiskTier.DataMutation)
    {
        Told = true;
        _found.Add(ShellActions.Of(Scope, "run", Text, tier, "it is never done") with { BlockedBecause = because, BlockedUnless = unless });
    }

    /// <summary>Something that was found elsewhere.</summary>
    public void Take(IReadOnlyList<ProposedAction> actions) => _found.AddRange(actions);

    /// <summary>The command runs another one.</summary>
    /// <param name="words">The words of the other one.</param>
    /// <param name="anywhere">True when it runs in a directory that nobody knows.</param>
    public void Run(IReadOnlyList<ShellWord> words, bool anywhere = false)
    {
        if (words.Count > 0)
        {
            var inner = Inner();
            Take(Scope.JudgeWords(words, anywhere ? inner with { Directory = null } : inner));
        }
    }

    /// <summary>The command runs another one where this host's files and users are not: only what would change data, or is refused anywhere, counts.</summary>
    public void RunInside(IReadOnlyList<ShellWord> words) =>
        Take([.. Scope.JudgeWords(words, Inner()).Where(a => a.Tier == RiskTier.DataMutation || a.BlockedBecause is not null)]);

    /// <summary>The command hands text to a shell.</summary>
    public void RunText(ShellWord text)
    {
        if (text.Literal is { } literal)
        {
            Take(Scope.JudgeText(literal, Inner()));
        }
        else
        {
            Unknown("a shell reads text that nobody knows");
        }
    }

    /// <summary>The command does with an argument what its role says.</summary>
    public void Use(ArgumentRole role, ShellWord word)
    {
        switch (role)
        {
            case ArgumentRole.Text or ArgumentRole.Inspect:
                break;
            case ArgumentRole.Glance:
                Take(FileRules.Glance(Scope, word));
                break;
            case ArgumentRole.Read:
                Take(FileRules.Read(Scope, word));
                break;
            case ArgumentRole.ReadTree:
                Take(FileRules.ReadTree(Scope, word));
                break;
            case ArgumentRole.Write:
                Write(word);
                break;
            case ArgumentRole.Make:
                Take(FileRules.Make(Scope, word));
                break;
            case ArgumentRole.Remove or ArgumentRole.RemoveTree:
                Take(FileRules.Remove(Scope, word, role == ArgumentRole.RemoveTree));
                break;
            case ArgumentRole.Change:
                Take(FileRules.Change(Scope, word, "write"));
                break;
            case ArgumentRole.Url:
                Network.UrlRules.Judge(this, "get", word);
                break;
            case ArgumentRole.Script:
                RunText(word);
                break;
            default:
                Unknown($"'{word}' is not known to be harmless");
                break;
        }
    }

    private void Write(ShellWord word)
    {
        if (word.Literal != "-")
        {
            Take(FileRules.Write(Scope, word));
        }
    }

    private ShellScope Inner() => Scope with { Depth = Scope.Depth + 1, Elevated = Scope.Elevated || Elevated };

    private string Joined()
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        text.AppendLiteral(Name);
        for (var i = 0; i < Words.Count; i++)
        {
            text.AppendLiteral(" ");
            text.AppendLiteral(Words[i].Literal ?? Words[i].ToString());
        }

        return text.ToStringAndClear();
    }

    private static string Cut(string text) => text.Length <= 2000 ? text : string.Concat(text.AsSpan(0, 2000), "…");
}
