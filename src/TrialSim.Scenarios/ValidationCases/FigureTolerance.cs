namespace TrialSim.Scenarios.ValidationCases;

/// <summary>How far a figure may lie from the one that is expected. Where several are stated, the widest holds; where none is, half a unit of the last written digit.</summary>
/// <param name="LastDigits">Units of the last digit that is written; 0 for none.</param>
/// <param name="Relative">Share of the expected figure; 0 for none.</param>
/// <param name="Absolute">In the unit of the figure; 0 for none.</param>
/// <param name="MonteCarlo">Column with the figure's Monte Carlo standard error; empty for none.</param>
/// <param name="SourceError">Standard error of the expected figure; 0 for none.</param>
/// <param name="SourceReplicates">Replicates behind the expected figure, a share; 0 for an exact one.</param>
public sealed record FigureTolerance(double LastDigits, double Relative, double Absolute, string MonteCarlo, double SourceError, double SourceReplicates)
{
    /// <summary>Half a unit of the last digit, and a hair for the rounding of a figure that ends with 5.</summary>
    public const double RoundedDigit = 0.51;

    /// <summary>Every digit that is written.</summary>
    public static FigureTolerance OfPrintedDigits { get; } = new(RoundedDigit, 0.0, 0.0, "", 0.0, 0.0);

    /// <summary>Whether the figure has a Monte Carlo error.</summary>
    public bool IsMonteCarlo => MonteCarlo.Length > 0;
}
