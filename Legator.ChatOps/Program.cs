using Legator.ChatOps;
using Legator.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddLegatorChatOps();

var app = builder.Build();
app.MapServiceDefaults();
return await app.RunServiceAsync();
