using Legator.Backends.Tests.Servers;

namespace Legator.Runner.Tests.Injections;

/// <summary>One database for all cases, which are played one after another.</summary>
public sealed class InjectionDatabase(PostgresServer postgres) : IAsyncLifetime
{
    public string Connection { get; private set; } = "";

    public async ValueTask InitializeAsync() => Connection = await postgres.NewDatabaseAsync() + ";Pooling=false";

    public ValueTask DisposeAsync() => default;
}
