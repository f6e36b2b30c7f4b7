namespace Legator.Runner.Tools;

/// <summary>Registers every tool that a run can be offered.</summary>
internal static class ToolsRegistration
{
    public static IServiceCollection AddTools(this IServiceCollection services) => services;
}
