using System.Data.Common;
using System.Net.Sockets;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Sql;
using Legator.Core.Approvals;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tools.Sql;

/// <summary>Reads from a database. Three guards must all agree: the parser before, the server's read-only transaction, and a role that cannot write, whose absence is said.</summary>
internal sealed partial class SqlQueryTool(IOptions<SqlOptions> options, ILogger<SqlQueryTool> logger) : Tool<SqlQueryArguments>
{
    private const string OnlyReads = "sql.query only reads: it has no way to run a statement that changes anything.";

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public override string Name => "sql.query";

    public override string Description => "Runs a reading SQL statement and returns its rows, cells apart by tabs, at most 1,000 rows and 8 KiB. Statements that change anything are refused.";

    public override TimeSpan Timeout => options.Value.ConnectTimeout + options.Value.StatementTimeout + Grace;

    protected override async Task<PreparedCall> PrepareAsync(SqlQueryArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var dialect = await SqlDatabases.DialectAsync(arguments.Database, scope, cancellationToken);
        var context = scope.Environment.ForClassifiers() with { Databases = new Dictionary<string, SqlDialect> { [arguments.Database] = dialect } };
        var actions = ToolActions.Classify(Name, arguments, context);
        return actions.Any(a => a.Tier != RiskTier.Read)
            ? new PreparedCall(Refused(actions), (_, _) => Task.FromResult(ToolOutput.Failed(OnlyReads)))
            : new PreparedCall(actions, async (_, token) => await RunAsync(await SqlDatabases.FindAsync(arguments.Database, scope, token), arguments, scope, token))
            {
                Preview = token => PreviewAsync(arguments, scope, token),
            };
    }

    /// <summary>Nobody is asked about what would not be done after a yes either. Changes of data are refused for what they are.</summary>
    private static IReadOnlyList<ProposedAction> Refused(IReadOnlyList<ProposedAction> actions) => actions.Any(a => a.Tier >= RiskTier.DataMutation)
        ? actions
        : [.. actions.Select(a => a.Tier == RiskTier.Read ? a : a with { BlockedBecause = a.BlockedBecause ?? OnlyReads })];

    /// <summary>How the server would go about it, without running it.</summary>
    private async Task<ActionPreview> PreviewAsync(SqlQueryArguments call, RunScope scope, CancellationToken cancellationToken)
    {
        if (SqlPlan.Of(call) is not { } explain)
        {
            return ActionPreview.None("It only reads, and only a single select can be explained without running it.");
        }

        var found = await RunAsync(await SqlDatabases.FindAsync(call.Database, scope, cancellationToken), explain, scope, cancellationToken);
        return found.Succeeded ? new ActionPreview($"It only reads. The server's plan:\n{found.Text}") : ActionPreview.None($"The statement could not be explained: {found.Text}");
    }

    private async Task<ToolOutput> RunAsync(SqlDatabase database, SqlQueryArguments call, RunScope scope, CancellationToken cancellationToken)
    {
        await using var relay = new SqlRelay(database.Host, database.Port, cancellationToken);
        var answer = new SqlAnswer(scope.Redactor);
        try
        {
            await (database.Dialect == SqlDialect.PostgreSql
                ? PostgresReader.RunAsync(database, call, options.Value, relay, answer)
                : MySqlReader.RunAsync(database, call, options.Value, relay, answer));
            return await DoneAsync(answer, database, scope, "");
        }
        catch (Exception) when (answer.IsCut)
        {
            return await DoneAsync(answer, database, scope, "");
        }
        catch (Exception) when (relay.IsFull && answer.Text.Length > 0)
        {
            return await DoneAsync(answer, database, scope, $"\n[the server sent more than {SqlRelay.MaxBytes >> 20} MiB, and the rest was left out; ask for less]");
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ToolOutput.Failed($"{database.Name}: {Explain(e, relay, database, scope)}");
        }
    }

    private string Explain(Exception exception, SqlRelay relay, SqlDatabase database, RunScope scope)
    {
        if (relay.Problem is { } problem)
        {
            return $"{database.Host}:{database.Port} cannot be reached: {problem.Message}";
        }

        if (exception is DbException or SocketException or TimeoutException or IOException)
        {
            return exception.InnerException is { } inner and not SocketException ? $"{exception.Message} {inner.Message}" : exception.Message;
        }

        // A server that does not keep to its protocol shows in whatever the driver stumbles over.
        Log.NotUnderstood(logger, exception, scope.Run, database.Name);
        return $"the server's answer makes no sense ({exception.GetType().Name}). Is it really {(database.Dialect == SqlDialect.PostgreSql ? "PostgreSQL" : "MySQL or MariaDB")} that listens at {database.Host}:{database.Port}?";
    }

    private static async Task<ToolOutput> DoneAsync(SqlAnswer answer, SqlDatabase database, RunScope scope, string note)
    {
        var problem = $"the role '{database.User}' may write; give the credential '{database.Name}' a role that can only read";
        if (answer.RoleMayWrite)
        {
            await scope.Notices.WarnAsync("DatabaseRoleMayWrite", $"Database {database.Name}: {problem}.");
        }

        var warning = answer.RoleMayWrite ? $"\n[warning: {problem}]" : "";
        return ToolOutput.Done(answer.Text + note + warning) with { MaxBytes = SqlAnswer.MaxBytes + 1024, MaxLines = int.MaxValue };
    }

    private static partial class Log
    {
        [LoggerMessage(330, LogLevel.Warning, "Run {Run}: the answer of the database {Database} makes no sense.")]
        public static partial void NotUnderstood(ILogger logger, Exception exception, RunKey run, string database);
    }
}
