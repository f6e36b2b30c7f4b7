using Legator.Runner;
using Legator.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddLegatorRunner();
var app = builder.Build();
app.MapServiceDefaults();
return await app.RunServiceAsync();
