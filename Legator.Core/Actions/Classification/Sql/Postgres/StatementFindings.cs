namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Gathers what one statement would do.</summary>
/// <param name="verb">The statement's first word.</param>
/// <param name="planOnly">True when the statement is only planned, not run.</param>
internal sealed class StatementFindings(string verb, bool planOnly)
{
    private readonly List<SqlFinding> _changes = [];
    private List<string>? _tables;
    private HashSet<string>? _seen;
    private bool _namesHashes;

    /// <summary>True when a part of it changes rows, or would if it were run.</summary>
    public bool ChangesRows { get; private set; }

    /// <summary>True when it shows all columns of something.</summary>
    public bool ShowsAll { get; set; }

    /// <summary>Names that stand for a part of the statement itself.</summary>
    public HashSet<string>? OwnNames { get; private set; }

    public void AddOwnName(string name) => (OwnNames ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    /// <summary>A table that is read.</summary>
    public void AddTable(string name)
    {
        if (_tables is null)
        {
            _tables = [name];
        }
        else if (_tables.Count < 4 ? !_tables.Contains(name) : (_seen ??= new HashSet<string>(_tables, StringComparer.Ordinal)).Add(name))
        {
            _tables.Add(name);
        }
    }

    /// <summary>A part that changes rows.</summary>
    public void AddRowChange(string changeVerb, string name)
    {
        ChangesRows = true;
        if (planOnly)
        {
            AddTable(name);
            return;
        }

        _changes.Add(new SqlFinding(changeVerb, RiskTier.DataMutation) { Objects = [name], Effect = "changes rows" });
    }

    /// <summary>Anything else that is not a read.</summary>
    public void AddChange(RiskTier tier, string effect, string? name = null)
    {
        if (!planOnly)
        {
            _changes.Add(new SqlFinding(verb, tier) { Objects = name is null ? [] : [name], Effect = effect });
        }
    }

    /// <summary>A call of a function that is not known to only read.</summary>
    public void AddCall(string name, PostgresFunction function)
    {
        if (!_changes.Exists(c => c.Verb == "call" && c.Objects[0] == name) && _changes.Count < 100)
        {
            _changes.Add(Call(name, function));
        }
    }

    /// <summary>An operator that may be anybody's function.</summary>
    public void AddOperator(string name)
    {
        if (_changes.Count < 100)
        {
            _changes.Add(new SqlFinding(verb, RiskTier.DestructiveMutation) { Effect = $"the operator {name} may be anybody's function" });
        }
    }

    /// <summary>A catalog that holds what nobody may read.</summary>
    public void AddSecret(string name) =>
        _changes.Add(new SqlFinding(verb, RiskTier.Read)
        {
            Objects = [name],
            BlockedBecause = $"{name} holds password hashes, which are nobody's business.",
        });

    /// <summary>A catalog that may hold somebody's password.</summary>
    public void AddDelicate(string name) =>
        _changes.Add(new SqlFinding(verb, RiskTier.Read) { Objects = [name], Guarded = true, Effect = "may show a password" });

    /// <summary>Notes a text of the statement: samples of every table stand in pg_stats under its name, and tables of hashes are no different there.</summary>
    public void NoteText(ReadOnlySpan<char> text) =>
        _namesHashes |= text.Contains("pg_auth", StringComparison.OrdinalIgnoreCase) || text.Contains("pg_shad", StringComparison.OrdinalIgnoreCase) || text.Contains("rolpassw", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes them down: what is changed, and what is read besides.</summary>
    public void WriteTo(List<SqlFinding> findings)
    {
        if ((_namesHashes || ShowsAll) && _tables?.Find(IsOfSamples) is { } samples)
        {
            if (_namesHashes)
            {
                AddSecret("pg_authid");
            }
            else
            {
                AddDelicate(samples);
            }
        }

        var changesItself = ChangesRows && verb is "insert" or "update" or "delete" or "merge";
        foreach (var change in _changes)
        {
            // What a change of rows seems to call besides may be its list of columns, and is no worse.
            if (!changesItself || change.BlockedBecause is not null || change.Tier == RiskTier.DataMutation)
            {
                findings.Add(change);
            }
        }

        if (!changesItself)
        {
            findings.Add(new SqlFinding(verb, RiskTier.Read) { Objects = _tables ?? [] });
        }
    }

    private static bool IsOfSamples(string table) =>
        table is "pg_stats" or "pg_stats_ext" or "pg_stats_ext_exprs" || table.StartsWith("pg_catalog.pg_stats", StringComparison.Ordinal);

    private static SqlFinding Call(string name, PostgresFunction function)
    {
        var (tier, effect) = function switch
        {
            PostgresFunction.Service => (RiskTier.ServiceMutation, "disturbs a session or the server"),
            PostgresFunction.Data => (RiskTier.DataMutation, "changes data"),
            PostgresFunction.Destructive => (RiskTier.DestructiveMutation, "changes the server's state"),
            PostgresFunction.Files => (RiskTier.DataMutation, "reads or writes files of the server"),
            PostgresFunction.Text => (RiskTier.DestructiveMutation, "runs a text as a query, or reads tables that the statement does not name"),
            _ => (RiskTier.DestructiveMutation, "is not known to only read"),
        };
        return new SqlFinding("call", tier)
        {
            Objects = [name],
            Effect = effect,
            BlockedBecause = function == PostgresFunction.Files ? $"{name} reaches the files of the server's machine." : null,
        };
    }
}
