using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary>Figures of formulas as text, and what stands around their tables.</summary>
internal static class FormulaText
{
    /// <summary>Patients or events, to four decimals.</summary>
    public static string Count(double number) => number.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>The next whole number; a hair above a whole number is rounding, and is let go.</summary>
    public static string RoundedUp(double number) => Math.Ceiling(number - 1e-9).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>Z, probabilities and what else is printed to six decimals.</summary>
    public static string Figure(double number)
    {
        string text = double.IsInfinity(number) ? "none" : number.ToString("0.000000", CultureInfo.InvariantCulture);
        return text == "-0.000000" ? "0.000000" : WithMinus(text);
    }

    /// <summary>A figure that may be tiny.</summary>
    public static string Small(double number) => number is > 0 and < 0.0001 ? number.ToString("0.0000E-00", CultureInfo.InvariantCulture) : Figure(number);

    /// <summary>What was asked, as short as it was written.</summary>
    public static string Given(double number) => WithMinus(number.ToString("G6", CultureInfo.InvariantCulture));

    /// <summary>A table of patients of two arms.</summary>
    public static TextTable SizeTable() => new(["Formula", "Source"], ["Total", "Control", "Experimental", "Rounded up"]);

    /// <summary>A row of <see cref="SizeTable"/>.</summary>
    public static void AddSize(TextTable table, string name, TwoArmSize size, string source) => table.Add(
        name, source, Count(size.Total), Count(size.Control), Count(size.Experimental), $"{RoundedUp(size.Control)} + {RoundedUp(size.Experimental)}");

    // The minus that trialsim analyze prints; the hyphen of an exponent stays.
    private static string WithMinus(string number) => number[0] == '-' ? "−" + number[1..] : number;

    /// <summary>Writes a heading or note within the width.</summary>
    public static void Line(TerminalStreams streams, string text)
    {
        foreach (string line in WordWrap.Lines(text, streams.OutWidth, ""))
        {
            streams.Out.WriteLine(line);
        }
    }
}
