using Legator.Operator;
using Legator.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddLegatorOperator();

var app = builder.Build();
app.MapServiceDefaults();
return await app.RunServiceAsync();
