namespace Legator.Runner.Providers;

/// <summary>The model of a tier cannot be asked as it is set up; a person must change something.</summary>
/// <param name="message">Names what is wrong and the fix, without secrets.</param>
internal sealed class ModelUnusableException(string message) : Exception(message);
