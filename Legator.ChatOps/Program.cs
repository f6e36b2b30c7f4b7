using Legator.ChatOps;
using Legator.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddLegatorChatOps();

var app = builder.Build();
app.MapServiceDefaults();
app.MapMetrics();
return await app.RunServiceAsync();
