using System.Globalization;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Parametric;
using TrialSim.Statistics.Reconstruction;

namespace TrialSim.Cli.Fitting;

/// <summary>Hazards from the figures of a report.</summary>
internal static class SummaryFigures
{
    private static readonly (string Name, ParametricModel Model)[] Families =
    [
        ("weibull", new WeibullModel()),
        ("gompertz", new GompertzModel()),
        ("log_normal", new LogNormalModel()),
        ("log_logistic", new LogLogisticModel()),
        ("piecewise", new PiecewiseExponentialModel([])),
        ("cure", new CureMixtureModel(new ExponentialModel())),
    ];

    /// <summary>Names of the families that two points determine.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Families.Select(family => family.Name)];

    /// <summary>A duration of the command line.</summary>
    /// <exception cref="UserInputException">It is none.</exception>
    public static double TimeOf(string option, string text, FitUnit unit) =>
        unit.Parse(text) ?? throw new UserInputException($"{option}: '{text}' is not a duration above 0. Write a number and a unit: 42d, 6w, 16mo or 1.5y.");

    /// <summary>A share at a time, such as <c>0.5@16mo</c>.</summary>
    /// <exception cref="UserInputException">It is none.</exception>
    public static SurvivalPoint PointOf(string option, string text, FitUnit unit)
    {
        string[] parts = text.Split('@');
        return parts.Length == 2 && double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && share is > 0 and < 1
            ? new SurvivalPoint(TimeOf(option, parts[1], unit), share)
            : throw new UserInputException($"{option}: '{text}' cannot be used. Write the share still event-free, between 0 and 1, @ and a time, such as {option} 0.4@24mo.");
    }

    /// <summary>Whether the share still event-free falls with time.</summary>
    public static bool Falls(SurvivalPoint one, SurvivalPoint other) => one.Days != other.Days && one.Survival != other.Survival && (one.Days < other.Days) == (one.Survival > other.Survival);

    /// <summary>The curve of a family through two points.</summary>
    /// <exception cref="UserInputException">There is none.</exception>
    public static Hazard Through(string family, SurvivalPoint one, SurvivalPoint other)
    {
        (SurvivalPoint early, SurvivalPoint late) = one.Days <= other.Days ? (one, other) : (other, one);
        if (!Falls(one, other))
        {
            throw new UserInputException("--quantile, --median, --survival: the share still event-free does not fall with time. Write the smaller share with the longer time.");
        }

        try
        {
            return SummaryFit.Through(Families.Single(known => known.Name == family).Model, early, late);
        }
        catch (ArgumentException)
        {
            throw new UserInputException($"--family: no {family} hazard runs through these points. Write another family: {string.Join(", ", Names.Where(name => name != family))}.");
        }
    }
}
