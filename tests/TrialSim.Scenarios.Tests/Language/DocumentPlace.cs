using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Tests.Language;

/// <summary>A key that holds a document.</summary>
/// <param name="Parent">The document that has the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Path">What is added to the path of the parent, a dot first: <c>.events.*</c>.</param>
internal sealed record DocumentPlace(Type Parent, DocumentKey Key, string Path);
