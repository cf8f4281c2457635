using System.CommandLine;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Cli.Commands.Formulas.Survival;

/// <summary>A figure that changes at times: value@time, the first from 0.</summary>
/// <param name="StartDays">When each value starts.</param>
/// <param name="Values">Rates per day, or ratios.</param>
internal sealed record Steps(double[] StartDays, double[] Values)
{
    public delegate bool TryRead(string text, out double value);

    public static Option<Steps?> Option(string name, string description, TryRead read, string example) => new(name)
    {
        Description = $"{description}, such as {example}.",
        HelpName = "value@time,…",
        CustomParser = result => Parse(FormulaOptions.Text(result), read)
            ?? FormulaOptions.Refuse<Steps>(result, $"write each value, @ and the time from which it holds, the first from 0 and ascending, such as {example}"),
    };

    /// <summary>The value at a day.</summary>
    public double At(double day) => Values[Array.FindLastIndex(StartDays, start => start <= day)];

    private static Steps? Parse(string text, TryRead read)
    {
        List<double> starts = [];
        List<double> values = [];
        foreach (string part in text.Split(','))
        {
            string[] sides = part.Split('@');
            if (sides.Length != 2 || !read(sides[0], out double value) || !DurationText.TryDays(sides[1], out double start) || start > FormulaOptions.MaxDays
                || (starts.Count == 0 ? start != 0.0 : start <= starts[^1]))
            {
                return null;
            }

            starts.Add(start);
            values.Add(value);
        }

        return new Steps([.. starts], [.. values]);
    }
}
