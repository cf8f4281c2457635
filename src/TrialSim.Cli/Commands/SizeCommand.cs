using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Sizes;
using TrialSim.Cli.Terminal;
using TrialSim.Results;
using TrialSim.Scenarios;
using TrialSim.Scenarios.Parsing;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim size</c>: finds the smallest size that reaches a target.</summary>
internal static class SizeCommand
{
    public const string Vary = "--vary";
    public const string AtLeast = "--at-least";
    public const string AtMost = "--at-most";
    public const string Between = "--between";
    public const string Step = "--step";
    public const string Accuracy = "--accuracy";

    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = CommonOptions.Scenario();
        Option<string> vary = new(Vary)
        {
            Description = "What is to be as small as possible: patients, events, accrual-duration, follow-up, or a key of the scenario such as design.looks.final.when.trial_time.",
            HelpName = "what",
            DefaultValueFactory = _ => SizeVariables.Patients,
        };
        Option<RequestedGoal[]> atLeast = Goals(AtLeast, TargetSide.AtLeast, "A target: a measure of operating-characteristics.csv, after a colon what it is about, and its least value. May be repeated; all targets are to be met. power=0.8 by default.");
        Option<RequestedGoal[]> atMost = Goals(AtMost, TargetSide.AtMost, "The same with the largest value that is allowed, such as trial_duration=48mo or type_i_error:os_test=0.026.");
        Option<string?> between = new(Between) { Description = "The sizes within which to look, such as 50:400 or 12mo:60mo.", HelpName = "least:most" };
        Option<string?> step = new(Step) { Description = "The difference of two sizes, such as 10 or 1mo; for patients whole multiples of the allocation ratio by default.", HelpName = "size" };
        Option<long?> replicates = CommonOptions.WholeNumber(
            "--replicates", ["-n"], $"How many trials to simulate at most, in all: to find the answer, to confirm it, and under the null hypothesis; {SearchPlan.UsualBudget} by default.", SearchPlan.LeastBudget, Limits.Replicates);
        Option<double?> accuracy = new(Accuracy)
        {
            Description = "How far the 95 % interval of the answer may reach to either side, as a share of the answer; 0.01 by default, and a step is exact enough in any case.",
            HelpName = "share",
            CustomParser = result => double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is > 0.0 and < 1.0
                ? share
                : Refused<double?>(result, "write a number between 0 and 1, such as 0.02"),
        };
        Option<ulong?> seed = CommonOptions.Seed();
        Option<long?> threads = CommonOptions.Threads();
        Option<Setting[]> set = CommonOptions.Set();
        Option<string?> output = CommonOptions.Output("results/<name of the scenario>-size");
        Option<bool> resume = new(RunCommand.Resume) { Description = "Go on with a search that was stopped or killed: the results are those of a search that was not." };
        Option<bool> atAnyCost = CommonOptions.AtAnyCost();
        Command command = new("size", "Find the smallest number of patients or events, or the shortest accrual or follow-up, that reaches a target; the answer with its uncertainty, and that of formulas beside it.")
        {
            file, vary, atLeast, atMost, between, step, replicates, accuracy, seed, threads, output, resume, set, atAnyCost,
        };
        command.SetAction((parsed, cancellation) =>
        {
            ScenarioFile scenario = ScenarioFile.Read(parsed.GetRequiredValue(file), new ScenarioOverrides(parsed.GetValue(seed), null) { Settings = [.. parsed.GetValue(set) ?? []] }, streams);
            SizeVariable variable = new SizeVariables(scenario.Scenario.Trial, scenario.Scenario.ResolvedYaml).Of(parsed.GetValue(vary)!);
            SizeOptions options = new(
                variable.Word,
                [.. parsed.GetValue(atLeast) ?? [], .. parsed.GetValue(atMost) ?? []],
                BetweenOf(parsed.GetValue(between), variable),
                parsed.GetValue(step) is string width ? SizeOf(Step, width, variable, isAboveZero: true) : null,
                parsed.GetValue(replicates) ?? SearchPlan.UsualBudget,
                parsed.GetValue(accuracy) ?? SearchPlan.UsualAccuracy)
            {
                Settings = [.. parsed.GetValue(set) ?? []],
                Output = parsed.GetValue(output),
                Threads = (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
                Start = parsed.GetValue(resume) ? RunStart.GoesOn : RunStart.Anew,
                Cost = CommonOptions.LimitOf(parsed, atAnyCost),
            };
            return Task.FromResult(SizeRun.Run(scenario, variable, options, streams, cancellation));
        });
        return command;
    }

    private static Option<RequestedGoal[]> Goals(string name, TargetSide side, string description) => new(name)
    {
        Description = description,
        HelpName = "measure:name=value",
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.Select(token => GoalOf(token.Value, name, side, result)).OfType<RequestedGoal>()],
    };

    private static RequestedGoal? GoalOf(string text, string option, TargetSide side, ArgumentResult result)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && text[(equals + 1)..].Trim() is { Length: > 0 } bound)
        {
            return new RequestedGoal(CharacteristicName.Parse(text[..equals].Trim()), side, bound);
        }

        result.AddError($"{option}: '{text}' is not a characteristic and its value. Write such as {(side == TargetSide.AtLeast ? "power:os_test=0.8" : "trial_duration=48mo")}.");
        return null;
    }

    private static (decimal Smallest, decimal Largest)? BetweenOf(string? text, SizeVariable variable)
    {
        if (text is null)
        {
            return null;
        }

        string[] ends = text.Split(':');
        if (ends.Length != 2)
        {
            throw new UserInputException($"{Between}: '{text}' is not two sizes. Write the least and the most with a colon between, such as 50:400 or 12mo:60mo.");
        }

        (decimal smallest, decimal largest) = (SizeOf(Between, ends[0], variable, isAboveZero: false), SizeOf(Between, ends[1], variable, isAboveZero: false));
        return smallest <= largest ? (smallest, largest) : throw new UserInputException($"{Between}: {ends[0]} is more than {ends[1]}. Write the least first.");
    }

    private static decimal SizeOf(string option, string text, SizeVariable variable, bool isAboveZero)
    {
        bool isTime = DurationText.TryDays($"1{variable.Unit}", out double daysPerUnit);
        decimal? size = isTime && DurationText.TryDays(text, out double days) ? (decimal)Math.Round(days / daysPerUnit, 9)
            : !isTime && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number
            : null;
        if (option == Step && size is decimal part && part != decimal.Truncate(part) && variable.Word is SizeVariables.Patients or SizeVariables.Events)
        {
            throw new UserInputException($"{option}: '{text}' would divide one of the{variable.Unit}. Write a whole number, such as {SizeVariable.NumberText(variable.Step)}.");
        }

        return size is decimal found && (found > 0m || (!isAboveZero && found == 0m))
            ? found
            : throw new UserInputException($"{option}: '{text}' is no size of the {variable.Noun}. Write {(isTime ? $"a duration{(isAboveZero ? " above 0" : "")}, such as 12{variable.Unit}" : $"a number{(isAboveZero ? " above 0" : "")}, such as 20")}.");
    }

    private static T? Refused<T>(ArgumentResult result, string advice)
    {
        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: '{result.Tokens[0].Value}' cannot be used; {advice}.");
        return default;
    }
}
