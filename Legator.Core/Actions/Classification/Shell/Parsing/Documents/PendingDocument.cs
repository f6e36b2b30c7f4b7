using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Documents;

/// <summary>A here-document whose body follows on the next line.</summary>
/// <param name="Document">Where the body goes.</param>
/// <param name="Delimiter">The line that ends it.</param>
/// <param name="Quoted">True when nothing in the body is expanded.</param>
/// <param name="StripsTabs">True for <c>&lt;&lt;-</c>.</param>
internal sealed record PendingDocument(HereDocument Document, string Delimiter, bool Quoted, bool StripsTabs);
