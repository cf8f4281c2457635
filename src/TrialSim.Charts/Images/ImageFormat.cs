namespace TrialSim.Charts.Images;

/// <summary>A format that a chart is saved in.</summary>
public enum ImageFormat
{
    /// <summary>Vector graphics, as text.</summary>
    Svg,

    /// <summary>Pixels.</summary>
    Png,
}
