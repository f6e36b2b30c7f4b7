using Legator.AppHost;
using Legator.AppHost.Aspire;

var builder = DashboardDefaults.CreateBuilder(args);

var stores = builder.AddStores();
var tokens = builder.AddApiTokens();
var cluster = builder.AddClusterAccess();

builder.AddService<Projects.Legator_Operator>(Topology.Operator, cluster, stores);
builder.AddService<Projects.Legator_Runner>(Topology.Runner, cluster, stores);
var web = builder.AddService<Projects.Legator_Web>(Topology.Web, cluster, stores).TakeApiTokens(tokens);
builder.AddChatOps(web, tokens);

builder.AddKubernetesChart();
builder.Build().Run();
