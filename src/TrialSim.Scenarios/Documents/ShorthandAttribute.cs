namespace TrialSim.Scenarios.Documents;

/// <summary>Marks the key of a document that is meant when a single value or a list is written instead of a mapping. It has no name of its own.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ShorthandAttribute : Attribute;
