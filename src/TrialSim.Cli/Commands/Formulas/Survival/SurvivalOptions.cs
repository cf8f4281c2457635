using System.CommandLine;
using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Cli.Commands.Formulas.Survival;

/// <summary>The options that describe a survival trial of two arms.</summary>
internal sealed class SurvivalOptions
{
    private readonly Option<double?> _median = FormulaOptions.Days("--control-median", "Median of the control arm.", 0.1);
    private readonly Option<Steps?> _hazards = Steps.Option("--control-hazards", "Hazards of the control arm instead", FormulaOptions.TryRate, "0.08/mo@0mo,0.05/mo@6mo");
    private readonly Option<double?> _ratio = FormulaOptions.HazardRatio("--hazard-ratio", "Hazard ratio, experimental over control.");
    private readonly Option<Steps?> _ratios = Steps.Option("--hazard-ratios", "Hazard ratios that change with the time since randomisation instead", TryRatio, "1@0mo,0.6@4mo");
    private readonly Option<double?> _accrual = FormulaOptions.Days("--accrual", "Time over which patients arrive, evenly unless --accrual-rates says otherwise.", 0.1);
    private readonly Option<Steps?> _rates = Steps.Option("--accrual-rates", "Patients arriving; scaled to the patients that are needed, or until --patients have come", FormulaOptions.TryRate, "6/mo@0mo,42/mo@6mo");
    private readonly Option<double?> _followUp = FormulaOptions.Days("--follow-up", "Time from the last patient to the analysis.", 0.0);
    private readonly Option<double?> _loss = FormulaOptions.Loss();
    private readonly Option<double?> _allocation = FormulaOptions.Ratio();
    private readonly Option<long?> _patients = CommonOptions.WholeNumber("--patients", [], "Ask for the power with so many patients in both arms, instead of patients.", 2, 10_000_000);

    /// <summary>Patients that are given.</summary>
    public Option<long?> Patients => _patients;

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _median, _hazards, _ratio, _ratios, _accrual, _rates, _followUp, _loss, _allocation, _patients })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The trial that the command line describes.</summary>
    /// <exception cref="UserInputException">It describes none.</exception>
    public SurvivalDesign Read(ParseResult parsed)
    {
        FormulaOptions.RefuseBoth(parsed, _median, _hazards, "say the same thing twice. Give one of them.");
        FormulaOptions.RefuseBoth(parsed, _ratio, _ratios, "say the same thing twice. Give one of them.");
        Steps control = parsed.GetValue(_hazards)
            ?? Constant(parsed.GetValue(_median) is double median ? Math.Log(2.0) / median : throw Missing(_median));
        Steps ratios = parsed.GetValue(_ratios) ?? Constant(parsed.GetValue(_ratio) ?? throw Missing(_ratio));
        if (control.Values.All(hazard => hazard == 0.0))
        {
            throw new UserInputException("--control-hazards: without a hazard there are no events. Write one above 0.");
        }

        double[] starts = [.. control.StartDays.Union(ratios.StartDays).Order()];
        double allocation = parsed.GetValue(_allocation) ?? 1.0;
        double share = allocation / (1.0 + allocation);
        PiecewiseExponentialHazard dropout = new([0.0], [parsed.GetValue(_loss) ?? 0.0]);
        AccrualRates accrual = AccrualOf(parsed);
        PlannedArm controlArm = new(new PiecewiseExponentialHazard(control.StartDays, control.Values), dropout, 1.0 - share);
        PiecewiseExponentialHazard experimental = new(starts, [.. starts.Select(start => control.At(start) * ratios.At(start))]);
        PlannedTrial trial = new(accrual, controlArm, new PlannedArm(experimental, dropout, share));
        double[] distinct = [.. ratios.Values.Distinct()];
        double? analysis = parsed.GetValue(_followUp) is double followUp ? accrual.EndDay + followUp : null;
        if (analysis is null && parsed.GetValue(_patients) is null)
        {
            throw Missing(_followUp);
        }

        if (distinct is [1.0])
        {
            throw new UserInputException("--hazard-ratios: without an effect no number of patients will do. Write a ratio other than 1.");
        }

        return new SurvivalDesign(trial, distinct.Length == 1 ? distinct[0] : null, allocation, analysis);
    }

    private AccrualRates AccrualOf(ParseResult parsed)
    {
        Steps? rates = parsed.GetValue(_rates);
        double? days = parsed.GetValue(_accrual);
        if (rates is not null && parsed.GetValue(_patients) is long patients)
        {
            FormulaOptions.RefuseBoth(parsed, _accrual, _rates, "contradict each other where --patients is given: the rates say how long accrual takes. Leave --accrual out.");
            return rates.Values[^1] > 0.0 ? AccrualRates.Until(rates.StartDays, rates.Values, patients)
                : throw new UserInputException("--accrual-rates: the last rate is 0, and the patients may never come. Write one above 0.");
        }

        double length = days ?? throw Missing(_accrual);
        if (rates is not null && (rates.StartDays[^1] >= length || rates.Values.All(rate => rate == 0.0)))
        {
            throw new UserInputException("--accrual-rates: a rate starts after the end of accrual, or there is none above 0. Write a longer --accrual or fewer steps.");
        }

        return rates is null ? AccrualRates.Uniform(parsed.GetValue(_patients) ?? 1.0, length) : new AccrualRates(rates.StartDays, rates.Values, length);
    }

    private static Steps Constant(double value) => new([0.0], [value]);

    private static bool TryRatio(string text, out double ratio) => FormulaOptions.TryNumber(text, out ratio) && ratio is >= 0.01 and <= 100;

    private static UserInputException Missing(Option option) => new($"{option.Name} is missing. Add {option.Name} <{option.HelpName}>.");
}
