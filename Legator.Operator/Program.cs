using Legator.Operator;
using Legator.ServiceDefaults;
using Legator.ServiceDefaults.Memory;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseKestrelHttpsConfiguration();
builder.AddServiceDefaults();
builder.AddIdleMemory();
builder.AddLegatorOperator();

var app = builder.Build();
app.MapServiceDefaults();
app.MapMetrics();
return await app.RunServiceAsync();
