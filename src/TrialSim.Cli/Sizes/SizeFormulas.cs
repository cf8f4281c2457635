using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Model.Design;
using TrialSim.Model.Forecasts;
using TrialSim.Results;
using TrialSim.Results.Sizes;
using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Proportions;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Cli.Sizes;

/// <summary>What design formulas answer to the question of a search.</summary>
/// <param name="subject">What is searched.</param>
internal sealed class SizeFormulas(SizeSubject subject)
{
    private const int MostDigits = 6;
    private const double Significant = 3.0;
    private static readonly string[] Powers = [Measures.Power, Measures.OverallPower, Measures.CumulativePower];

    private readonly Dictionary<long, TrialForecast> _forecasts = [];

    /// <summary>The answers, of each target on the power of a test that has formulas.</summary>
    /// <param name="evaluations">All that was simulated.</param>
    public IReadOnlyList<SizeFormula> Of(IReadOnlyList<SizeEvaluation> evaluations) =>
        [.. subject.Goals.Where(goal => goal.Side == TargetSide.AtLeast && Powers.Contains(goal.Name.Measure)).SelectMany(goal => Of(goal, evaluations) is [_, ..] some ? some : WhyNone(goal, evaluations))];

    // The reasons that a run gives.
    private IEnumerable<SizeFormula> WhyNone(SizeGoal goal, IReadOnlyList<SizeEvaluation> evaluations)
    {
        if (goal.Name.RowIn(evaluations[0].Characteristics) is not { Analysis.Length: > 0 } row)
        {
            return [];
        }

        TrialDesign design = subject.File.Scenario.Trial.Design;
        string[] why =
        [
            .. TrialForecast.Of(subject.Trials.TrialAt(subject.Trials.Start)).Gaps
                .Where(gap => (gap.Analysis == Forecast.None || design.Analyses[gap.Analysis].Name == row.Analysis) && (gap.Endpoint == Forecast.None || design.Endpoints[gap.Endpoint].Name == row.Endpoint))
                .Select(gap => gap.Why).Distinct(),
        ];
        return why.Length == 0 ? [] : [new SizeFormula(goal.Name.ToString(), "no formula", null, string.Join(' ', why))];
    }

    private IReadOnlyList<SizeFormula> Of(SizeGoal goal, IReadOnlyList<SizeEvaluation> evaluations)
    {
        if (goal.Name.RowIn(evaluations[0].Characteristics) is not { Analysis.Length: > 0 } row)
        {
            return [];
        }

        TrialDesign design = subject.File.Scenario.Trial.Design;
        int analysis = Enumerable.Range(0, design.Analyses.Length).Single(index => design.Analyses[index].Name == row.Analysis);
        return design.Analyses[analysis] is ChiSquareAnalysis proportions
            ? Proportions(goal, proportions, row, evaluations)
            : [.. Enum.GetValues<ForecastMethod>().Select(method => ByForecast(goal, analysis, method)).OfType<SizeFormula>()];
    }

    // The smallest size at which the formula foretells the power, of those that were allowed.
    private SizeFormula? ByForecast(SizeGoal goal, int analysis, ForecastMethod method)
    {
        (long low, long high, long start) = (subject.Trials.Lowest, subject.Trials.Highest, subject.Trials.Start);
        if (PowerAt(start, analysis, method) is null)
        {
            return null;
        }

        // A formula may have nothing to say of extreme sizes, such as all events that can come: too few miss the power, so many reach it.
        bool Reaches(long size) => PowerAt(size, analysis, method) is double power ? power >= goal.Bound : size > start;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            if (Reaches(middle))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        bool isFound = PowerAt(high, analysis, method) is double reached && reached >= goal.Bound;
        string limit = isFound ? "" : $"More than {subject.Trials.TextOf(subject.Trials.Highest)}, the most {(subject.Trials.LimitedBy.Length > 0 ? "that the scenario can have" : "that is allowed")}.";
        string note = FiguresAt(start, analysis, method).Last().Note;
        return new SizeFormula(goal.Name.ToString(), NameOf(method), isFound ? (double)subject.Trials.ValueOf(high) : null, $"{limit} {note}".Trim());
    }

    private double? PowerAt(long size, int analysis, ForecastMethod method) => FiguresAt(size, analysis, method).LastOrDefault()?.Value;

    private IEnumerable<Forecast> FiguresAt(long size, int analysis, ForecastMethod method)
    {
        if (!_forecasts.TryGetValue(size, out TrialForecast? known))
        {
            known = TrialForecast.Of(subject.Trials.TrialAt(size));
            _forecasts.Add(size, known);
        }

        return known.Figures.Where(figure => figure.Analysis == analysis && figure.Method == method && figure.Measure is (ForecastMeasure.Power or ForecastMeasure.CumulativePower));
    }

    // Pearson's test: the formula takes the shares that were simulated, because a scenario may bring them about in any way, as round as they can be.
    private IReadOnlyList<SizeFormula> Proportions(SizeGoal goal, ChiSquareAnalysis analysis, OperatingCharacteristic row, IReadOnlyList<SizeEvaluation> evaluations)
    {
        TrialDesign design = subject.File.Scenario.Trial.Design;
        string look = row.Look.Length > 0 ? row.Look : design.Looks[analysis.Looks[^1]].Name;
        double control = ShareOf(evaluations, look, row.Endpoint, design.Arms[analysis.Compare.Control].Name);
        double experimental = ShareOf(evaluations, look, row.Endpoint, design.Arms[analysis.Compare.Experimental].Name);
        bool isYates = analysis.Correction == ContinuityCorrection.Yates;
        if (subject.Variable.Word != SizeVariables.Patients || design.Arms.Length != 2 || control is not (> 0.0 and < 1.0) || experimental is not (> 0.0 and < 1.0) || control == experimental)
        {
            return [];
        }

        double ratio = (double)design.Allocation.Ratio[analysis.Compare.Experimental] / design.Allocation.Ratio[analysis.Compare.Control];
        TestError error = new(analysis.Criterion.OneSidedAlpha, goal.Bound);
        TwoArmSize size = isYates ? TwoProportionsSize.ContinuityCorrected(control, experimental, error, ratio) : TwoProportionsSize.Pooled(control, experimental, error, ratio);
        TwoArmSize rounded = size.RoundedUp;
        return
        [
            new SizeFormula(
                goal.Name.ToString(),
                isYates ? "Pearson, corrected (Fleiss)" : "Pearson (power.prop.test)",
                rounded.Total,
                string.Create(CultureInfo.InvariantCulture, $"{rounded.Control:0} + {rounded.Experimental:0} ({size.Control:0.00} + {size.Experimental:0.00}), of the shares that are simulated, {control:0.0#####} and {experimental:0.0#####}")),
        ];
    }

    // The share of patients of an arm of whom the endpoint is true, over all that was simulated; 0 where nothing was seen. Of the shares within its error it is that of fewest digits: scenarios have round ones, the
    // error of simulated ones would be rounded up to a patient of each arm, and who gives the formula what is printed gets the same answer.
    private static double ShareOf(IReadOnlyList<SizeEvaluation> evaluations, string look, string endpoint, string arm)
    {
        double patients = Sum(Measures.Patients);
        double share = patients > 0.0 ? Sum(Measures.Events) / patients : 0.0;
        double error = patients > 0.0 ? Math.Sqrt(share * (1.0 - share) / patients) : 0.0;
        return Enumerable.Range(1, MostDigits).Select(digits => Math.Round(share, digits)).FirstOrDefault(round => Math.Abs(round - share) <= Significant * error, share);

        double Sum(string measure) => evaluations.Sum(evaluation => evaluation.Characteristics
            .Where(row => row.Look == look && row.Endpoint == endpoint && row.Analysis.Length == 0 && row.Arm == arm && row.Measure == measure)
            .Sum(row => (row.Value ?? 0.0) * row.Replicates));
    }

    private static string NameOf(ForecastMethod method) => method switch
    {
        ForecastMethod.LachinFoulkes => "Lachin–Foulkes",
        ForecastMethod.GroupSequential => "Lakatos, over all looks",
        _ => method.ToString(),
    };
}
