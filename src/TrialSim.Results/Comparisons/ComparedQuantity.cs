namespace TrialSim.Results.Comparisons;

/// <summary>What an operating characteristic is of: the same in two results.</summary>
internal readonly record struct ComparedQuantity(string Look, string Endpoint, string Analysis, string Arm, string Subject, string Measure, string Unit)
{
    public static ComparedQuantity Of(OperatingCharacteristic row) => new(row.Look, row.Endpoint, row.Analysis, row.Arm, row.Subject, row.Measure, row.Unit);
}
