using System.Security.Cryptography;
using Npgsql;

namespace Legator.Tests.VaultStandIn;

/// <summary>The database engine: real roles on a real PostgreSQL.</summary>
internal sealed class StandInDatabases(StandInTokens tokens)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, (string Connection, string Grants, TimeSpan Ttl)> _roles = [];

    /// <summary>Sets a role up.</summary>
    /// <param name="name">Name of the role in Vault.</param>
    /// <param name="connection">Connection string of somebody who may make roles.</param>
    /// <param name="grants">Statements that give a new role its rights; <c>{{name}}</c> stands for it.</param>
    /// <param name="ttl">How long a role lives.</param>
    public void Add(string name, string connection, string grants, TimeSpan ttl) => _roles[name] = (connection + ";Pooling=false", grants, ttl);

    public async Task<StandInAnswer> CreateAsync(string mount, string name, StandInToken token)
    {
        if (!_roles.TryGetValue(name, out var role))
        {
            return StandInAnswer.Error(400, $"unknown role: {name}");
        }

        var (user, password) = ($"v-{name}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(6)).ToLowerInvariant()}", Convert.ToHexString(RandomNumberGenerator.GetBytes(12)));
        await ExecuteAsync(role.Connection, $"""create role "{user}" login password '{password}'; {role.Grants.Replace("{{name}}", $"\"{user}\"", StringComparison.Ordinal)}""");
        tokens.Secrets.Enqueue(password);
        var lease = await tokens.LeaseAsync($"{mount}/creds/{name}", token, role.Ttl, () => ExecuteAsync(role.Connection, $"""drop owned by "{user}"; drop role "{user}" """));
        return lease is null ? StandInAnswer.Refused : StandInAnswer.Data(new() { ["username"] = user, ["password"] = password }, lease.Id, (long)role.Ttl.TotalSeconds, renewable: true);
    }

    // PostgreSQL refuses two statements that change the rights of one table at the same time.
    private async Task ExecuteAsync(string connectionString, string sql)
    {
        await _gate.WaitAsync();
        try
        {
            await RunAsync(connectionString, sql);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
