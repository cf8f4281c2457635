using System.CommandLine;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary>The options that describe a group-sequential trial, for the commands that make one and those that stand at one of its looks.</summary>
internal sealed class SequentialOptions
{
    private const int MaxLooks = 20;
    private const double LeastStep = 0.001;
    private const string FractionsAdvice = "write up to 20 ascending shares, a comma between two, each at least 0.001 above the last, and the last one 1, such as 0.5,0.75,1";

    private readonly Option<long?> _looks = CommonOptions.WholeNumber("--looks", [], "Number of evenly spaced looks; 2 by default.", 1, MaxLooks);

    private readonly Option<double[]?> _fractions = FormulaOptions.Numbers(
        "--fractions", "shares", "Information fractions of the looks, the last one 1.", shares => Ascends(shares) && shares[^1] == 1.0, FractionsAdvice);

    private readonly Option<double[]?> _observed = FormulaOptions.Numbers(
        "--observed", "shares", "Fractions of the planned maximum that the looks so far really had; the bounds are made anew, and the last look spends what is left.", Ascends,
        "write ascending shares of the planned maximum, a comma between two, such as 0.45,0.8,1.05");

    private readonly Option<double[]?> _observedEvents = FormulaOptions.Numbers(
        "--observed-events", "numbers", "The same as events.", numbers => numbers[0] > 0 && numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second), "write ascending numbers of events, such as 105,240,352");

    private readonly Option<SpendingChoice?> _spending = SpendingChoice.AlphaOption();
    private readonly Option<ShapeChoice?> _shape = ShapeChoice.Option();
    private readonly Option<double[]?> _efficacyLooks = LookNumbers("--efficacy-looks", "Numbers of the looks that may claim efficacy, the last one among them; all by default.");
    private readonly Option<bool> _twoSided = FormulaOptions.Switch("--two-sided", "A symmetric two-sided test, with the one-sided alpha on each side.");
    private readonly Option<SpendingChoice?> _betaSpending = SpendingChoice.BetaOption();
    private readonly Option<double[]?> _futilityLooks = LookNumbers("--futility-looks", "With --beta-spending, numbers of the looks that may give up; all but the last by default.");
    private readonly Option<FutilityChoice?> _futility = FutilityChoice.Option();
    private readonly Option<bool> _binding = FormulaOptions.Switch("--binding", "The trial must stop at a futility bound, and the efficacy bounds take credit for it.");
    private readonly Option<double?> _power = FormulaOptions.Power(FormulaOptions.UsualPower);
    private readonly Option<double?> _alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
    private readonly Option<double?> _hazardRatio = FormulaOptions.HazardRatio("--hazard-ratio", "Hazard ratio of the plan, for events and bounds as hazard ratios.");
    private readonly Option<double?> _events = FormulaOptions.Events("Events planned for the last look, instead of those that the power needs; the power is then printed.");
    private readonly Option<double?> _ratio = FormulaOptions.Ratio();

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] options =
        [
            _looks, _fractions, _spending, _shape, _efficacyLooks, _twoSided, _betaSpending, _futilityLooks, _futility, _binding, _power, _alpha, _hazardRatio, _events, _ratio,
            _observed, _observedEvents,
        ];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The trial that the command line describes.</summary>
    /// <exception cref="UserInputException">It describes none, or contradicts itself.</exception>
    public SequentialTrial Read(ParseResult parsed)
    {
        RefuseContradictions(parsed);
        int even = (int)(parsed.GetValue(_looks) ?? 2);
        double[] planned = FormulaOptions.NumbersOf(parsed, _fractions) ?? [.. Enumerable.Range(1, even).Select(look => (double)look / even)];
        SpendingChoice spending = parsed.GetValue(_spending) ?? SpendingChoice.Usual;
        ShapeChoice? shape = parsed.GetValue(_shape);
        double alpha = Total(parsed, _alpha, spending.Total) ?? FormulaOptions.UsualAlpha;
        SpendingChoice? beta = parsed.GetValue(_betaSpending);
        double power = (beta?.Total is double missed ? PowerOf(parsed, missed) : parsed.GetValue(_power)) ?? FormulaOptions.UsualPower;
        FormulaOptions.CheckPower(power, alpha);
        double? hazardRatio = parsed.GetValue(_hazardRatio);
        bool[] claims = Looks(parsed, _efficacyLooks, planned.Length, planned.Length);
        Func<double, EfficacyPlan> efficacy = shape is not null
            ? error => EfficacyPlan.WangTsiatis(error, shape.Delta)
            : error => EfficacyPlan.FromSpending(spending.Make(error, planned), claims);
        FutilityChoice? figures = parsed.GetValue(_futility);
        FutilityPlan futility = parsed.GetValue(_twoSided) ? FutilityPlan.Mirrored
            : beta is not null ? FutilityPlan.FromSpending(beta.Make(1.0 - power, planned), Looks(parsed, _futilityLooks, planned.Length, 0))
            : figures?.PlanFor(planned.Length, hazardRatio) ?? FutilityPlan.None;
        SequentialPlan plan = new(efficacy(alpha), futility, parsed.GetValue(_binding) ? FutilityRule.Binding : FutilityRule.NonBinding);
        double patients = parsed.GetValue(_ratio) ?? 1.0;
        SurvivalEffect? effect = hazardRatio is double ratio ? new SurvivalEffect(ratio, patients / (1.0 + patients), patients) : null;
        SequentialDesign design = DesignOf(parsed, plan, planned, power, effect);
        RefuseFutilityAbove(design.Bounds, figures);
        string lower = parsed.GetValue(_twoSided) ? "mirrored for a claim in the other direction"
            : beta is not null ? $"futility by {beta.Name}"
            : figures is not null ? $"futility at {figures.Text}"
            : "no futility";
        string rule = futility == FutilityPlan.None || futility == FutilityPlan.Mirrored ? "" : plan.Rule == FutilityRule.Binding ? ", binding" : ", non-binding";
        SequentialTrial trial = new($"{shape?.Name ?? spending.Name}; {lower}{rule}", plan, efficacy, planned, design, alpha, effect, HasNew: false);
        return Observed(parsed, trial);
    }

    private SequentialDesign DesignOf(ParseResult parsed, SequentialPlan plan, double[] planned, double power, SurvivalEffect? effect)
    {
        if (parsed.GetValue(_events) is double events)
        {
            double drift = Math.Abs((effect ?? throw new UserInputException("--events needs the hazard ratio of the plan. Add --hazard-ratio <ratio>.")).DriftOf(events));
            return SequentialDesign.AtDrift(plan.BoundsAt(planned, drift), drift);
        }

        try
        {
            return plan.ForPower(planned, power);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new UserInputException($"--futility: with these futility bounds no effect gives the trial power {FormulaText.Given(power)}. Write lower bounds, or less --power.");
        }
    }

    private SequentialTrial Observed(ParseResult parsed, SequentialTrial trial)
    {
        double[]? seen = FormulaOptions.NumbersOf(parsed, _observed);
        if (FormulaOptions.NumbersOf(parsed, _observedEvents) is double[] events)
        {
            seen = trial.Effect is SurvivalEffect effect
                ? [.. events.Select(count => count / effect.EventsOf(trial.Design.Drift))]
                : throw new UserInputException("--observed-events needs the hazard ratio of the plan. Add --hazard-ratio <ratio>.");
        }

        if (seen is null)
        {
            return trial;
        }

        double[] planned = trial.PlannedFractions;
        if (seen.Length > planned.Length || (seen.Length < planned.Length && planned[seen.Length] - seen[^1] < LeastStep))
        {
            throw new UserInputException(
                $"--observed: {seen.Length} looks up to {FormulaText.Given(seen[^1])} do not fit a plan of {planned.Length} looks at {string.Join(", ", planned.Select(FormulaText.Given))}. "
                + "Write the looks so far, the last of them before the next planned one; for a trial that has ended plan with as many looks as it had.");
        }

        double[] fractions = [.. seen, .. planned[seen.Length..]];
        SequentialDesign design = SequentialDesign.AtDrift(trial.Plan.BoundsAt(fractions, trial.Design.Drift), trial.Design.Drift);
        return trial with { Design = design, HasNew = true };
    }

    private void RefuseContradictions(ParseResult parsed)
    {
        const string Twice = "say the same thing twice. Give one of them.";
        FormulaOptions.RefuseBoth(parsed, _looks, _fractions, Twice);
        FormulaOptions.RefuseBoth(parsed, _spending, _shape, Twice);
        FormulaOptions.RefuseBoth(parsed, _betaSpending, _futility, Twice);
        FormulaOptions.RefuseBoth(parsed, _observed, _observedEvents, Twice);
        FormulaOptions.RefuseBoth(parsed, _power, _events, "ask two things. Give --power for the events, or --events for the power.");
        FormulaOptions.RefuseBoth(parsed, _betaSpending, _events, "do not go together: beta is spent for a power, and the events that it needs are printed. Leave --events out.");
        FormulaOptions.RefuseBoth(parsed, _shape, _efficacyLooks, "do not go together: a shape makes a claim at every look. Use --spending.");
        FormulaOptions.RefuseBoth(parsed, _shape, _observed, "do not go together: bounds of a shape cannot be moved once the trial has looked. Use --spending.");
        FormulaOptions.RefuseBoth(parsed, _shape, _observedEvents, "do not go together: bounds of a shape cannot be moved once the trial has looked. Use --spending.");
        foreach (Option futility in new Option[] { _betaSpending, _futility, _binding })
        {
            if (parsed.GetValue(_twoSided) && FormulaOptions.IsGiven(parsed, futility))
            {
                throw new UserInputException($"--two-sided and {futility.Name} do not go together: the lower bound of a two-sided test is a claim. Leave one of them out.");
            }
        }

        if (parsed.GetValue(_binding) && !FormulaOptions.IsGiven(parsed, _betaSpending) && !FormulaOptions.IsGiven(parsed, _futility))
        {
            throw new UserInputException("--binding: there is no futility bound to bind. Add --futility or --beta-spending.");
        }

        if (FormulaOptions.IsGiven(parsed, _futilityLooks) && !FormulaOptions.IsGiven(parsed, _betaSpending))
        {
            throw new UserInputException("--futility-looks goes with --beta-spending; with --futility write none for a look that does not give up.");
        }
    }

    private static void RefuseFutilityAbove(SequentialBounds bounds, FutilityChoice? figures)
    {
        int above = Enumerable.Range(0, bounds.Looks - 1).FirstOrDefault(look => bounds.Futility[look] == bounds.Efficacy[look], -1);
        if (figures is not null && above >= 0)
        {
            throw new UserInputException(
                $"--futility: at look {above + 1} it lies at or above the efficacy bound {FormulaText.Figure(bounds.Efficacy[above])}, and nobody could go on. Write less.");
        }
    }

    // The errors that are spent say their sum themselves; another one written beside them is a contradiction.
    private static double? Total(ParseResult parsed, Option<double?> option, double? total)
    {
        double? given = parsed.GetValue(option);
        return total is null || given is null || Math.Abs(total.Value - given.Value) < 1e-9 ? total ?? given
            : throw new UserInputException($"{option.Name} {FormulaText.Given(given.Value)} and errors given up to {FormulaText.Given(total.Value)} contradict each other. Leave {option.Name} out.");
    }

    private double? PowerOf(ParseResult parsed, double missed)
    {
        double? given = parsed.GetValue(_power);
        return given is null || Math.Abs(given.Value - (1.0 - missed)) < 1e-9 ? 1.0 - missed
            : throw new UserInputException($"--power {FormulaText.Given(given.Value)} and beta given up to {FormulaText.Given(missed)} contradict each other. Leave --power out.");
    }

    private static bool[] Looks(ParseResult parsed, Option<double[]?> option, int looks, int mustHave)
    {
        double[]? numbers = FormulaOptions.NumbersOf(parsed, option);
        return numbers is null ? []
            : numbers[^1] > looks || (mustHave > 0 && numbers[^1] != mustHave)
                ? throw new UserInputException($"{option.Name}: the trial has {looks} looks. Write numbers up to {looks}{(mustHave > 0 ? ", the last one among them" : "")}.")
                : [.. Enumerable.Range(1, looks).Select(look => numbers.Contains(look))];
    }

    private static Option<double[]?> LookNumbers(string name, string description) => FormulaOptions.Numbers(
        name, "numbers", description,
        numbers => numbers.All(number => number is >= 1 and <= MaxLooks && number == Math.Floor(number)) && numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second),
        "write ascending numbers of looks, counted from 1, such as 2,3");

    private static bool Ascends(double[] shares) =>
        shares.Length <= MaxLooks && shares[0] >= LeastStep && shares[^1] <= 10 && shares.Zip(shares.Skip(1)).All(pair => pair.Second - pair.First >= LeastStep);
}
