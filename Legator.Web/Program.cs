using Legator.ServiceDefaults;
using Legator.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddLegatorWeb();

var app = builder.Build();
app.MapServiceDefaults();
app.MapLegatorWeb();
return await app.RunServiceAsync();
