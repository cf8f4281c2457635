namespace TrialSim.Results.Adam;

/// <summary>ADLB: a row for each measurement of a marker.</summary>
internal static class Laboratory
{
    public static AdamDataset? Of(AdamStudy study) => null;
}
