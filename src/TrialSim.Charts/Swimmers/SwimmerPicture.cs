namespace TrialSim.Charts.Swimmers;

/// <summary>Courses of patients over time, a row for each patient, or for each thing that is followed in one patient.</summary>
/// <param name="Title">Title.</param>
/// <param name="Subtitle">What is to be known of the patient, or how it is to be read.</param>
/// <param name="Rows">Names of the rows, from top to bottom.</param>
/// <param name="Categories">How things look, in the order of the legend.</param>
/// <param name="Bars">What lasts; later ones are drawn over earlier ones.</param>
/// <param name="ThinBars">The same, half as high.</param>
/// <param name="Marks">What is on a day.</param>
/// <param name="Lines">Times of all rows.</param>
/// <param name="Until">Last month shown.</param>
public sealed record SwimmerPicture(
    string Title,
    string Subtitle,
    IReadOnlyList<string> Rows,
    IReadOnlyList<SwimmerCategory> Categories,
    IReadOnlyList<SwimmerBar> Bars,
    IReadOnlyList<SwimmerBar> ThinBars,
    IReadOnlyList<SwimmerMark> Marks,
    IReadOnlyList<SwimmerLine> Lines,
    double Until);
