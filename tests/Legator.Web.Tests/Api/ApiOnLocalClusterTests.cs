using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Api;

public sealed class ApiOnLocalClusterTests(StartedWeb web) : ApiContract(web), IClassFixture<StartedWeb>;
