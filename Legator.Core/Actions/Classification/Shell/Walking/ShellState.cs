using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>What a line has changed in its shell up to some point: variables, functions, the directory.</summary>
internal sealed class ShellState
{
    private const int MostDirectories = 4;
    private static readonly IReadOnlyList<string?> Home = ["~"];

    private Dictionary<string, VariableValue>? _variables;
    private Dictionary<string, FunctionBinding>? _functions;

    /// <summary>Where the shell may be; one of them is null when it may be anywhere.</summary>
    public IReadOnlyList<string?> Directories { get; set; } = Home;

    /// <summary>The positional parameters; null when nobody knows them.</summary>
    public IReadOnlyList<ShellWord>? Positional { get; set; } = [];

    /// <summary>What <c>exec</c> put on the shell's own standard input.</summary>
    public ShellInput Input { get; set; }

    /// <summary>True when no variable's value can be told any more.</summary>
    public bool VariablesLost { get; set; }

    /// <summary>True when unquoted expansions are split by signs of the line's own (<c>IFS</c>).</summary>
    public bool SplittingChanged { get; set; }

    /// <summary>How many variables and functions it holds.</summary>
    public int Size => (_variables?.Count ?? 0) + (_functions?.Count ?? 0);

    public ShellState Fork() => new()
    {
        _variables = _variables is null ? null : new(_variables),
        _functions = _functions is null ? null : new(_functions),
        Directories = Directories,
        Positional = Positional,
        Input = Input,
        VariablesLost = VariablesLost,
        SplittingChanged = SplittingChanged,
    };

    /// <summary>The value that the line gives a variable; null when it gives none.</summary>
    public VariableValue? Variable(string name) =>
        VariablesLost ? VariableValue.Unknown : _variables?.GetValueOrDefault(name);

    public bool IsAssigned(string name) => _variables?.ContainsKey(name) == true;

    public void Set(string name, VariableValue value)
    {
        (_variables ??= [])[name] = value.Bounded();
        SplittingChanged |= name == "IFS";
    }

    public void Forget(string name) => Set(name, VariableValue.Unknown);

    public void ForgetAll() => VariablesLost = true;

    public FunctionBinding? Function(string name) => _functions?.GetValueOrDefault(name);

    public void Define(FunctionCommand function) =>
        (_functions ??= [])[function.Name] = new FunctionBinding([function], true);

    /// <summary>Takes note that each function may as well not be there.</summary>
    public void DoubtFunctions()
    {
        foreach (var (name, function) in _functions?.ToList() ?? [])
        {
            _functions![name] = function with { Certain = false };
        }
    }

    /// <summary>Takes note that things may also be as they are in another state. True when that says something new.</summary>
    public bool Join(ShellState other)
    {
        var changed = HasNone(other) ? JoinDirectories(other) : JoinVariables(other) | JoinFunctions(other) | JoinDirectories(other);
        if (!ReferenceEquals(Positional, other.Positional) && Positional is not null)
        {
            Positional = null;
            changed = true;
        }

        changed |= (other.VariablesLost && !VariablesLost) || (other.SplittingChanged && !SplittingChanged);
        Input = Input.Given ? Input : other.Input;
        VariablesLost |= other.VariablesLost;
        SplittingChanged |= other.SplittingChanged;
        return changed;
    }

    private bool HasNone(ShellState other) => _variables is null && other._variables is null && _functions is null && other._functions is null;

    private bool JoinVariables(ShellState other)
    {
        var changed = false;
        foreach (var (name, value) in other._variables ?? [])
        {
            var mine = _variables?.GetValueOrDefault(name);
            if (mine is null || (!mine.SameAs(value) && mine != VariableValue.Unknown))
            {
                changed = true;
                Forget(name);
            }
        }

        foreach (var name in _variables?.Keys.Where(n => other._variables?.ContainsKey(n) != true).ToList() ?? [])
        {
            changed |= _variables![name] != VariableValue.Unknown;
            Forget(name);
        }

        return changed;
    }

    private bool JoinFunctions(ShellState other)
    {
        var changed = false;
        foreach (var (name, theirs) in other._functions ?? [])
        {
            var mine = Function(name);
            var joined = new FunctionBinding([.. (mine?.Bodies ?? []).Union(theirs.Bodies)], mine is { Certain: true } && theirs.Certain);
            changed |= mine is null || mine.Bodies.Count != joined.Bodies.Count || mine.Certain != joined.Certain;
            (_functions ??= [])[name] = joined;
        }

        foreach (var (name, mine) in _functions?.Where(f => f.Value.Certain && other.Function(f.Key) is null).ToList() ?? [])
        {
            changed = true;
            _functions![name] = mine with { Certain = false };
        }

        return changed;
    }

    private bool JoinDirectories(ShellState other)
    {
        if (ReferenceEquals(Directories, other.Directories) || other.Directories.All(Directories.Contains))
        {
            return false;
        }

        Directories = Bounded([.. Directories.Union(other.Directories)]);
        return true;
    }

    /// <summary>Goes to a directory, which may fail; a relative one starts from wherever the shell is.</summary>
    /// <param name="directory">Where to; null when nobody knows.</param>
    public void GoTo(string? directory)
    {
        var reached = directory is null ? [null]
            : directory.StartsWith('/') || directory.StartsWith('~') ? [directory]
            : Directories.Select(d => d is null ? null : $"{d}/{directory}");
        Reached = [.. reached.Distinct()];
        Directories = Bounded([.. Reached.Union(Directories)]);
    }

    /// <summary>Where the shell is if the last change of directory succeeded; null when there was none.</summary>
    public IReadOnlyList<string?>? Reached { get; set; }

    /// <summary>Takes note that the shell may also be in any of these.</summary>
    public void MayBeIn(IReadOnlyList<string?> directories)
    {
        if (!ReferenceEquals(directories, Directories) && !directories.All(Directories.Contains))
        {
            Directories = Bounded([.. Directories.Union(directories)]);
        }
    }

    private static IReadOnlyList<string?> Bounded(IReadOnlyList<string?> directories) =>
        directories.Count <= MostDirectories ? directories : [null];
}
