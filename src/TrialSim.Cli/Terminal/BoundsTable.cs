using System.Globalization;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Terminal;

/// <summary>Prints what the bounds of sequential tests are at the planned information, and the limits of tests in two stages.</summary>
internal static class BoundsTable
{
    /// <summary>A table for each test; nothing where there is none.</summary>
    public static void Print(TerminalStreams streams, TrialDesign design)
    {
        foreach (SequentialTest test in design.Testing.Sequential)
        {
            Print(streams, design, test);
        }

        foreach (TwoStageTest test in design.Testing.TwoStage)
        {
            Print(streams, design, test);
        }
    }

    private static void Print(TerminalStreams streams, TrialDesign design, SequentialTest test)
    {
        Model.Design.Analysis analysis = design.Analyses[test.Analysis];
        string unit = design.Endpoints[analysis.Endpoint] is TimeToEventEndpoint ? "Events" : "Patients";
        double sides = test.Sides == RejectionSides.Both ? 2.0 : 1.0;
        SequentialBounds bounds = test.PlannedBounds();
        double[] spent = bounds.CumulativeError;
        bool hasFutility = test.Sides == RejectionSides.Benefit && bounds.Futility[..^1].Any(double.IsFinite);
        TextTable table = new(["Look"], [unit, "Fraction", "Efficacy Z", .. hasFutility ? (string[])["Futility Z"] : [], "Nominal p", "Cumulative alpha"]);
        for (int stage = 0; stage < test.Looks.Length; stage++)
        {
            double z = bounds.Efficacy[stage];
            table.Add(
            [
                design.Looks[test.Looks[stage]].Name,
                Rounded(test.PlannedInformation[stage]),
                bounds.InformationFractions[stage].ToString("0.0000", CultureInfo.InvariantCulture),
                Bound(z),
                .. hasFutility ? (string[])[stage == test.Looks.Length - 1 ? "" : Bound(bounds.Futility[stage])] : [],
                double.IsInfinity(z) ? "" : (sides * Normal.UpperTail(z)).ToString("0.000000", CultureInfo.InvariantCulture),
                (sides * spent[stage]).ToString("0.000000", CultureInfo.InvariantCulture),
            ]);
        }

        streams.Out.WriteLine();
        Write(streams, $"{analysis.Name}: bounds at the planned information, {(test.Sides == RejectionSides.Both ? "in both directions, p and alpha two-sided" : "one-sided")}{Combination(test)}");
        streams.Out.WriteLine();
        table.Write(streams.Out, streams.OutWidth);
    }

    private static void Print(TerminalStreams streams, TrialDesign design, TwoStageTest test)
    {
        TextTable table = new(["Look"], ["Patients", "Gives up with at most", "Rejects with more than"]);
        table.Add(design.Looks[test.FirstLook].Name, Rounded(test.Design.FirstStagePatients), Rounded(test.Design.FirstStageLimit), "");
        table.Add(design.Looks[test.FinalLook].Name, Rounded(test.Design.Patients), "", Rounded(test.Design.Limit));
        streams.Out.WriteLine();
        Write(streams, $"{design.Analyses[test.Analysis].Name}: responders of two stages");
        streams.Out.WriteLine();
        table.Write(streams.Out, streams.OutWidth);
        if (design.Analyses[test.Analysis] is ExactBinomialAnalysis { NullProbability: double probability })
        {
            streams.Out.WriteLine();
            Write(streams, string.Create(
                CultureInfo.InvariantCulture,
                $"Exactly, at the null probability of {probability:0.####}: rejects with {test.Design.RejectionProbability(probability):0.000000} (alpha), stops after the first stage with {test.Design.EarlyStopProbability(probability):0.000000} (PET), and has {test.Design.ExpectedPatients(probability):0.00} patients on average (EN), had accrual waited for the first stage. Other designs: trialsim formula simon."));
        }
    }

    private static string Combination(SequentialTest test) => test.Combination == StageCombination.InverseNormal
        ? "; they hold for the stages combined with these weights, whatever is observed."
        : "; they follow what is observed.";

    // Adding 0 makes of −0, which would be printed with its sign, 0.
    private static string Bound(double z) => double.IsInfinity(z) ? "none" : (Math.Round(z, 4) + 0.0).ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Rounded(double figure) => figure.ToString("0.##", CultureInfo.InvariantCulture);

    private static void Write(TerminalStreams streams, string sentence)
    {
        foreach (string line in WordWrap.Lines(sentence, streams.OutWidth, ""))
        {
            streams.Out.WriteLine(line);
        }
    }
}
