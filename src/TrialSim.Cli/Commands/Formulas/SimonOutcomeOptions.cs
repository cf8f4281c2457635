using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary>What a two-stage trial says when it is over: its design, its responses, and the estimate, p-value and interval that allow for the first look.</summary>
internal sealed class SimonOutcomeOptions
{
    private const int MaxPatients = 1000;
    private const string DesignAdvice = "write the limit and the patients of the first stage and of both together, r1/n1,r/n, such as 1/10,5/29";

    private readonly Option<SimonDesign?> _design = new("--design")
    {
        Description = "Design of a trial that is over, as r1/n1,r/n: stop with up to r1 responses of n1 patients, claim with more than r of n.",
        HelpName = "design",
        CustomParser = result => TryDesign(FormulaOptions.Text(result), out SimonDesign design) ? design : FormulaOptions.Refuse<SimonDesign?>(result, DesignAdvice),
    };

    private readonly Option<long?> _responses = CommonOptions.WholeNumber(
        "--responses", [], "Responses of that trial, of all its patients; up to r1, it stopped after the first stage.", 0, MaxPatients);

    private readonly Option<double?> _confidence = FormulaOptions.Number(
        "--confidence", "share", "Of that trial's interval; 1 minus twice the one-sided alpha by default.", share => share is >= 0.5 and <= 0.9999, "write a share from 0.5 to 0.9999, such as 0.95");

    public void AddTo(Command command)
    {
        command.Options.Add(_design);
        command.Options.Add(_responses);
        command.Options.Add(_confidence);
    }

    /// <summary>Whether a trial that is over is asked about.</summary>
    public bool IsGiven(ParseResult parsed) => new Option[] { _design, _responses, _confidence }.Any(option => FormulaOptions.IsGiven(parsed, option));

    /// <summary>Stops where an option of the search for designs is given too.</summary>
    /// <exception cref="UserInputException">One is.</exception>
    public void Refuse(ParseResult parsed, IEnumerable<Option> ofSearch)
    {
        if (ofSearch.FirstOrDefault(option => FormulaOptions.IsGiven(parsed, option)) is Option option)
        {
            throw new UserInputException($"{option.Name} is for designs, {_design.Name} and {_responses.Name} are for a trial that is over. Leave {option.Name} out.");
        }
    }

    /// <summary>Prints what the trial says.</summary>
    /// <exception cref="UserInputException">The design or its responses are missing, or do not go together.</exception>
    public void Print(ParseResult parsed, TerminalStreams streams, double nullProbability, double alpha)
    {
        SimonDesign design = parsed.GetValue(_design) ?? throw new UserInputException($"{_design.Name} is missing. Add {_design.Name} <r1/n1,r/n>, such as {_design.Name} 1/10,5/29.");
        int responses = (int)(parsed.GetValue(_responses) ?? throw new UserInputException($"{_responses.Name} is missing. Add {_responses.Name} <{_responses.HelpName}>."));
        if (responses > design.Patients)
        {
            throw new UserInputException($"{_responses.Name}: {responses} responses of {design.Patients} patients cannot be. Write up to {design.Patients}.");
        }

        double share = parsed.GetValue(_confidence) ?? 1.0 - (2.0 * alpha);
        bool stopped = responses <= design.FirstStageLimit;
        TwoStageInference inference = stopped ? TwoStageInference.AfterFirstStage(design, responses) : TwoStageInference.AfterSecondStage(design, responses);
        int patients = stopped ? design.FirstStagePatients : design.Patients;
        Interval limits = inference.ProbabilityInterval(share);
        FormulaText.Line(
            streams,
            $"Two-stage design {design.FirstStageLimit}/{design.FirstStagePatients}, {design.Limit}/{design.Patients} of response {FormulaText.Given(nullProbability)}, exact one-sided alpha {FormulaText.Figure(design.RejectionProbability(nullProbability))}: "
            + $"{responses} {(responses == 1 ? "response" : "responses")} of {patients} {(stopped ? "stop it after the first stage, without a claim." : responses > design.Limit ? "claim a higher response." : "end it without a claim.")}");
        TextTable table = new(["Response rate", "Source"], ["Figure"]);
        table.Add("Unbiased estimate", "Jung and Kim, Statistics in Medicine 23, 2004", FormulaText.Figure(inference.UnbiasedEstimate()));
        table.Add("Share seen", "its mean is below the true rate", FormulaText.Figure((double)responses / patients));
        table.Add($"Exact {FormulaText.Given(100.0 * share)} % interval", "Jung and Kim's order, equal tails", $"{FormulaText.Figure(limits.Lower)} to {FormulaText.Figure(limits.Upper)}");
        table.Add("One-sided p-value", "Koyama and Chen, Statistics in Medicine 27, 2008", FormulaText.Small(inference.PValue(nullProbability)));
        table.Write(streams.Out, streams.OutWidth);
        FormulaText.Line(
            streams,
            "Estimate and p-value as R's clinfun::twostage.inference. They hold for the patients that were planned: no other number in the second stage, and a stop after the first just when the design says so.");
    }

    private static bool TryDesign(string text, out SimonDesign design)
    {
        string[] parts = text.Split(',', '/');
        int[] numbers = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1)];
        bool isDesign = numbers is [>= 0, >= 1, >= 0, <= MaxPatients] && text == string.Create(CultureInfo.InvariantCulture, $"{parts[0]}/{parts[1]},{parts[2]}/{parts[3]}")
            && numbers[0] < numbers[1] && numbers[1] < numbers[3] && numbers[0] <= numbers[2] && numbers[2] < numbers[3];
        design = isDesign ? new SimonDesign(numbers[0], numbers[1], numbers[2], numbers[3]) : default;
        return isDesign;
    }
}
