namespace Legator.Core.Runs;

/// <summary>The journal could not be read or written. An event whose append ended so may be in the journal or not: read the head before going on.</summary>
/// <param name="message">Why, without secrets.</param>
/// <param name="inner">The storage's own error.</param>
public sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
