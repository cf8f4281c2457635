namespace TrialSim.Scenarios.Documents;

/// <summary>Marks the property that takes all keys of a document that have no property of their own.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OtherKeysAttribute : Attribute;
