using System.Net.Http.Headers;
using Legator.Backends.Kubernetes;
using Legator.Core.Resources;
using Legator.Core.Runs;
using Legator.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.Web.Tests.Hosting;

/// <summary>API and dashboard on a free port, over a real Kubernetes API and a real journal, with a namespace of their own.</summary>
public class StartedWeb : IAsyncLifetime
{
    public const string Token = "token-of-the-operator-0001";
    public const string ChatToken = "token-of-the-chat-bot-0002";
    public const string VisitorToken = "token-of-a-visitor-00003";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legator-web-");
    private WebApplication app = null!;

    public Uri Url { get; private set; } = null!;

    public string Namespace { get; } = "web-" + Path.GetRandomFileName().Replace(".", "");

    /// <summary>Settings besides those that every test needs.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public SampleObjects Samples { get; private set; } = null!;

    public SampleApprovals Approvals { get; private set; } = null!;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public virtual async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Cluster:Kubeconfig"] = await KubeconfigAsync(),
            ["ConnectionStrings:journal"] = $"Data Source={JournalPath}",
            ["Web:Token"] = Token,
            ["Web:Tokens:chatops"] = ChatToken,
            ["Web:Tokens:visitor"] = VisitorToken,
            ["Web:KeysDirectory"] = Path.Combine(folder.FullName, "keys"),
        });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddServiceDefaults();
        builder.AddLegatorWeb();
        app = builder.Build();
        app.MapServiceDefaults();
        app.MapLegatorWeb();
        await app.StartAsync();
        Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Samples = new SampleObjects(app.Services, Namespace);
        Approvals = new SampleApprovals(this);
        await PrepareAsync();
    }

    /// <summary>A caller with a token; null for one without.</summary>
    public HttpClient Client(string? token = Token)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = Url };

        // Who is refused while still sending may see the connection break instead of the answer.
        client.DefaultRequestHeaders.ExpectContinue = true;
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    public ResourceClient<T> Cluster<T>()
        where T : class, IResource => Get<ResourceClient<T>>();

    public IRunJournal Journal => Get<IRunJournal>();

    /// <summary>Changes the journal's file behind the journal's back, as somebody with the file could: what forbids changes there is removed first.</summary>
    public void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={JournalPath}");
        connection.Open();
        var triggers = new List<string>();
        using (var reader = Command(connection, "SELECT name FROM sqlite_master WHERE type = 'trigger'").ExecuteReader())
        {
            while (reader.Read())
            {
                triggers.Add(reader.GetString(0));
            }
        }

        triggers.ForEach(name => Command(connection, $"DROP TRIGGER {name}").ExecuteNonQuery());
        Command(connection, sql).ExecuteNonQuery().ShouldBeGreaterThan(0);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql) => new(sql, connection);

    protected virtual Task<string> KubeconfigAsync() => TestCluster.LocalKubeconfigAsync();

    /// <summary>Where the journal is.</summary>
    public virtual string JournalPath => Path.Combine(folder.FullName, "journal.db");

    /// <summary>Makes what tests start from.</summary>
    protected virtual Task PrepareAsync() => Samples.CreateNamespaceAsync();

    /// <summary>Ends what was started for this web alone.</summary>
    protected virtual ValueTask StopAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await app.StopAsync();
        await app.DisposeAsync();
        await StopAsync();
        folder.Delete(recursive: true);
    }
}
