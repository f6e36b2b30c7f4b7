using Legator.Runner;
using Legator.Runner.Work;
using Legator.ServiceDefaults;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddLegatorRunner();

// The host must not end before the sessions have: they may take DrainTimeout, and a moment to hand their runs back.
builder.Services.AddOptions<HostOptions>().Configure<IOptions<RunnerOptions>>((host, runner) => host.ShutdownTimeout = runner.Value.DrainTimeout + TimeSpan.FromSeconds(10));
var app = builder.Build();
app.MapServiceDefaults();
app.MapMetrics();
return await app.RunServiceAsync();
