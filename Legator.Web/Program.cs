using Legator.ServiceDefaults;
using Legator.ServiceDefaults.Memory;
using Legator.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddIdleMemory();
builder.AddLegatorWeb();

var app = builder.Build();
app.MapServiceDefaults();
app.MapLegatorWeb();
return await app.RunServiceAsync();
