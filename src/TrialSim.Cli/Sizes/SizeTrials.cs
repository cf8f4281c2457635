using TrialSim.Cli.Commands;
using TrialSim.Model;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Sizes;

/// <summary>The scenario at each size of a search, and the sizes at which it is one.</summary>
internal sealed class SizeTrials
{
    private readonly ScenarioFile _file;
    private readonly SizeVariable _variable;
    private readonly decimal _step;

    /// <summary>Finds the sizes that the scenario allows.</summary>
    /// <param name="file">The scenario.</param>
    /// <param name="variable">What is varied.</param>
    /// <param name="options">Step and limits.</param>
    /// <exception cref="UserInputException">The scenario cannot have a size within the limits.</exception>
    public SizeTrials(ScenarioFile file, SizeVariable variable, SizeOptions options)
    {
        _file = file;
        _variable = variable;
        _step = options.Step ?? variable.Step;
        Lowest = options.Between is { } from ? Math.Max((long)Math.Ceiling(from.Smallest / _step), 0) : 1;
        Highest = (long)Math.Floor((options.Between?.Largest ?? variable.Largest) / _step);
        if (Lowest > Highest)
        {
            throw new UserInputException($"{SizeCommand.Between}: no size lies between {_variable.Short(options.Between?.Smallest ?? _step)} and {_variable.Text(options.Between?.Largest ?? variable.Largest)} in steps of {SizeVariable.NumberText(_step)}. Write other limits, or a smaller {SizeCommand.Step}.");
        }

        Start = Math.Clamp((long)decimal.Round(variable.Current / _step), Lowest, Highest);
        if (WhyNot(Start) is { Length: > 0 } whyNot)
        {
            throw new UserInputException($"With {TextOf(Start)}:\n{whyNot}");
        }

        (long asked, long askedMost) = (Lowest, Highest);
        (Lowest, string limitedBelow) = LastThatIsOne(Start, Lowest);
        (Highest, LimitedBy) = LastThatIsOne(Start, Highest);
        if (options.Between is not null && (Lowest, Highest) != (asked, askedMost))
        {
            (long size, string why) = Highest < askedMost ? (askedMost, LimitedBy) : (asked, limitedBelow);
            throw new UserInputException($"{SizeCommand.Between}: {TextOf(size)} is no size that the scenario can have. Write limits from {_variable.Short(ValueOf(Lowest))} to {_variable.Short(ValueOf(Highest))}.\n{why}");
        }
    }

    /// <summary>The smallest size, in steps.</summary>
    public long Lowest { get; }

    /// <summary>The largest.</summary>
    public long Highest { get; }

    /// <summary>The size that the scenario has, or the one nearest to it.</summary>
    public long Start { get; }

    /// <summary>What the scenario says of larger sizes; empty where the limit is not its own.</summary>
    public string LimitedBy { get; }

    /// <summary>The smallest difference of two sizes.</summary>
    public decimal Step => _step;

    /// <summary>The size in the unit of what is varied.</summary>
    public decimal ValueOf(double size) => _step * (decimal)size;

    /// <summary>The same with its unit.</summary>
    public string TextOf(long size) => _variable.Text(_step * size);

    /// <summary>The scenario at a size.</summary>
    public Scenario At(long size)
    {
        ScenarioReading reading = _file.Scenario.With(_variable.SettingsAt(_step * size));
        return reading.Scenario ?? throw new UserInputException($"With {TextOf(size)}:\n{string.Join(Environment.NewLine, reading.Problems)}");
    }

    /// <summary>The trial at a size.</summary>
    public Trial TrialAt(long size) => At(size).Trial;

    private string WhyNot(long size) => string.Join(Environment.NewLine, _file.Scenario.With(_variable.SettingsAt(_step * size)).Problems);

    // From a size that is one towards a limit; what is in between is taken to be one up to some size.
    private (long Size, string WhyNot) LastThatIsOne(long inside, long limit)
    {
        string whyNot = WhyNot(limit);
        if (whyNot.Length == 0)
        {
            return (limit, "");
        }

        long outside = limit;
        while (Math.Abs(outside - inside) > 1)
        {
            long middle = inside + ((outside - inside) / 2);
            if (WhyNot(middle) is { Length: > 0 } why)
            {
                (outside, whyNot) = (middle, why);
            }
            else
            {
                inside = middle;
            }
        }

        return (inside, whyNot);
    }
}
