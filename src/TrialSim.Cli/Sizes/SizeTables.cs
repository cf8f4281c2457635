using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Cli.Commands.Formulas;
using TrialSim.Cli.Terminal;
using TrialSim.Results;
using TrialSim.Results.Sizes;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Cli.Sizes;

/// <summary>Prints what a search has come to.</summary>
/// <param name="subject">What was searched.</param>
/// <param name="summary">What came of it.</param>
/// <param name="curve">The characteristics near the answer.</param>
internal sealed class SizeTables(SizeSubject subject, SizeSummary summary, IReadOnlyList<SizeCurvePoint> curve)
{
    // At 2:1 the formulas are off by 3 to 5 %; below this ratio by less than a search can see.
    private const double NearlyEqual = 1.25;

    /// <summary>The answer or why there is none; the targets, the curve, the errors and the formulas.</summary>
    public void Print(TerminalStreams streams, SearchStep end)
    {
        if (end is SearchStep.Found)
        {
            PrintAnswer(streams);
            PrintTargets(streams);
            PrintCurve(streams);
            PrintErrors(streams);
        }
        else
        {
            FormulaText.Line(streams, summary.Note);
        }

        PrintFormulas(streams);
    }

    private void PrintAnswer(TerminalStreams streams)
    {
        bool isLeast = summary.Targets.All(target => !target.Decides);
        string interval = isLeast ? "" : $", 95 % interval {Number(summary.Lower)} to {Number(summary.Upper)}";
        string what = $"the smallest {subject.Variable.Noun} that meets {(subject.Goals.Length == 1 ? "the target" : "all targets")}{(isLeast ? ", and the smallest that was allowed" : "")}";
        FormulaText.Line(streams, $"Answer: {Text(summary.Answer)}{ByArm()}{interval}; {what}. {subject.Variable.Note}".TrimEnd());
        if (summary.Note.Length > 0)
        {
            FormulaText.Line(streams, summary.Note);
        }

        streams.Out.WriteLine();
    }

    private string ByArm()
    {
        IReadOnlyList<int> sizes = summary.PatientsByArm;
        if (sizes.Count < 2)
        {
            return "";
        }

        string arms = sizes.Distinct().Count() == 1
            ? $"{sizes[0]} in each arm"
            : string.Join(" and ", sizes.Zip(subject.File.Scenario.Trial.Design.Arms, (size, arm) => $"{size} {arm.Name}"));
        return subject.Variable.Word == SizeVariables.Patients ? $" in all ({arms})" : string.Create(CultureInfo.InvariantCulture, $" ({sizes.Sum():0} patients, {arms})");
    }

    private void PrintTargets(TerminalStreams streams)
    {
        bool hasBelow = summary.Targets.Any(target => target.OneStepBelow is not null);
        TextTable table = new(
            ["Target", "Wanted"],
            [$"At {Number(summary.Answer)}", .. hasBelow ? [$"At {Number(summary.Answer - summary.Step)}"] : Array.Empty<string>(), "Passes its bound at"],
            summary.Targets.Count > 1 ? [""] : []);
        foreach (SizeReach target in summary.Targets)
        {
            table.Add(
            [
                target.Characteristic,
                target.Wanted,
                FigureText.WithInterval(target.AtAnswer!),
                .. hasBelow ? [target.OneStepBelow is OperatingCharacteristic below ? FigureText.Of(below) : ""] : Array.Empty<string>(),
                target.Crossing is double crossing ? $"{Decimal(crossing)}{(target.Lower is double lower ? $" ({Decimal(lower)}–{Decimal(target.Upper!.Value)})" : "")}" : "",
                .. summary.Targets.Count > 1 ? [target.Decides ? "decides" : ""] : Array.Empty<string>(),
            ]);
        }

        table.Write(streams.Out, streams.OutWidth);
        FormulaText.Line(streams, "What is given at these sizes comes from replicates that had no part in finding them; ± is the Monte Carlo standard error, brackets hold 95 % intervals.");
        streams.Out.WriteLine();
    }

    private void PrintCurve(TerminalStreams streams)
    {
        string[] characteristics = [.. curve.Select(point => point.Characteristic).Distinct()];
        TextTable table = new([subject.Variable.Header], characteristics);
        foreach (IGrouping<double, SizeCurvePoint> size in curve.GroupBy(point => point.Size))
        {
            table.Add([Number(size.Key), .. characteristics.Select(name => size.FirstOrDefault(point => point.Characteristic == name) is SizeCurvePoint point ? $"{FigureText.In(point.Unit, point.Value)} ({FigureText.In(point.Unit, point.Lower)}–{FigureText.In(point.Unit, point.Upper)})" : "")]);
        }

        if (table.HasRows)
        {
            streams.Out.WriteLine("Near the answer, by the line through the sizes near where each target passes its bound; beyond those sizes it says nothing:");
            streams.Out.WriteLine();
            table.Write(streams.Out, streams.OutWidth);
            streams.Out.WriteLine();
        }
    }

    private void PrintErrors(TerminalStreams streams)
    {
        TextTable table = new(["Test"], ["Type I error"]);
        foreach (OperatingCharacteristic row in summary.UnderNull)
        {
            table.Add(row.Measure != Measures.FamilyWiseError ? row.Analysis : row.Endpoint.Length > 0 ? $"any test of {row.Endpoint}" : "any test of the family", FigureText.WithInterval(row));
        }

        if (table.HasRows)
        {
            streams.Out.WriteLine($"At {Text(summary.Answer)}, where nothing that is on trial has an effect:");
            streams.Out.WriteLine();
            table.Write(streams.Out, streams.OutWidth);
            streams.Out.WriteLine();
        }
    }

    private void PrintFormulas(TerminalStreams streams)
    {
        TextTable table = new(["Formula", "Target"], [subject.Variable.Header], [""]);
        foreach (SizeFormula formula in summary.Formulas)
        {
            table.Add(formula.Formula, formula.Characteristic, formula.Answer is double answer ? Number(answer) : "none", formula.Note);
        }

        if (table.HasRows)
        {
            streams.Out.WriteLine("What formulas answer:");
            streams.Out.WriteLine();
            table.Write(streams.Out, streams.OutWidth);
            ImmutableArray<int> ratio = subject.File.Scenario.Trial.Design.Allocation.Ratio;
            if (ratio.Max() > NearlyEqual * ratio.Min() && summary.Formulas.Any(formula => formula.Formula is "Schoenfeld" or "Lachin–Foulkes"))
            {
                FormulaText.Line(streams, "With unequal allocation Schoenfeld's and Lachin–Foulkes' formulas stray by some percent.");
            }

            streams.Out.WriteLine();
        }
    }

    private string Text(double? value) => Number(value) + subject.Variable.Unit;

    private static string Number(double? value) => value is double number ? number.ToString("0.######", CultureInfo.InvariantCulture) : "–";

    private static string Decimal(double value) => value.ToString("0.0#", CultureInfo.InvariantCulture);
}
