using System.Data.Common;
using System.Net.Sockets;
using Legator.Core.Actions.Classification.Sql;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Sql;

/// <summary>Reads from a database. Three guards must all agree: the parser before, the server's read-only transaction, and a role that cannot write, whose absence is said.</summary>
internal sealed class SqlQueryTool : Tool<SqlQueryArguments>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public override string Name => "sql.query";

    public override string Description => "Runs a reading SQL statement and returns its rows, cells apart by tabs, at most 1,000 rows and 8 KiB. Statements that change anything are refused.";

    public override TimeSpan Timeout => Limit + TimeSpan.FromSeconds(15);

    protected override async Task<PreparedCall> PrepareAsync(SqlQueryArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var database = await SqlDatabases.FindAsync(arguments.Database, scope, cancellationToken);
        var context = scope.Environment.ForClassifiers() with { Databases = new Dictionary<string, SqlDialect> { [arguments.Database] = database.Dialect } };
        var actions = ToolActions.Classify(Name, arguments, context);
        return actions.Any(a => a.Tier != Core.Actions.RiskTier.Read)
            ? new PreparedCall(actions, (_, _) => Task.FromResult(ToolOutput.Failed("This tool only reads: it has no way to run a statement that changes anything.")))
            : new PreparedCall(actions, (_, token) => RunAsync(database, arguments, token));
    }

    private static async Task<ToolOutput> RunAsync(SqlDatabase database, SqlQueryArguments call, CancellationToken cancellationToken)
    {
        try
        {
            var (text, mayWrite) = database.Dialect == SqlDialect.PostgreSql
                ? await PostgresReader.RunAsync(database, call, Limit, cancellationToken)
                : await MySqlReader.RunAsync(database, call, Limit, cancellationToken);
            var warning = mayWrite ? $"\n[warning: the role '{database.User}' may write; give the credential '{database.Name}' a role that can only read]" : "";
            return ToolOutput.Done(text + warning) with { MaxBytes = SqlAnswer.MaxBytes + 1024, MaxLines = int.MaxValue };
        }
        catch (Exception e) when (e is DbException or SocketException or TimeoutException or IOException)
        {
            return ToolOutput.Failed($"{database.Name}: {e.Message}");
        }
    }
}
