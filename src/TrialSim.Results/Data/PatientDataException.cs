namespace TrialSim.Results.Data;

/// <summary>Patient data cannot be used. The message holds a line for each fault: file and line, what was found, and what to write.</summary>
public sealed class PatientDataException : IOException
{
    /// <summary>With a line for each fault.</summary>
    public PatientDataException(string message)
        : base(message)
    {
    }
}
