namespace TrialSim.Cli.Analysis;

/// <summary>A shape of data: what is measured of each patient, told by the columns that are named.</summary>
/// <param name="Name">What a person calls such data.</param>
/// <param name="Columns">The options that name its columns, as they are written.</param>
internal sealed record AnalysisShape(string Name, string Columns)
{
    /// <summary>Times to an event, right-censored.</summary>
    public static AnalysisShape Survival { get; } = new("survival data", "--time <column> --event <column>");

    /// <summary>Times to an event of which only an interval is known.</summary>
    public static AnalysisShape IntervalCensored { get; } = new("interval-censored data", "--lower <column> --upper <column>");

    /// <summary>A response of each patient.</summary>
    public static AnalysisShape Binary { get; } = new("a binary endpoint", "--response <column>");

    /// <summary>A number of each patient.</summary>
    public static AnalysisShape Continuous { get; } = new("a value of each patient", "--value <column>");

    /// <summary>A number of each patient at each of several visits.</summary>
    public static AnalysisShape Repeated { get; } = new("values at visits", "--value <column> --visit <column> --patient <column>");

    public override string ToString() => Name;
}
