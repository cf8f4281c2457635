using System.Reflection;

namespace TrialSim.Scenarios.Documents;

/// <summary>A key of a document type.</summary>
/// <param name="Name">As written in a file.</param>
/// <param name="Property">The property that holds its value.</param>
/// <param name="Attribute">What is to be said about it.</param>
internal sealed record DocumentKey(string Name, PropertyInfo Property, KeyAttribute Attribute);
