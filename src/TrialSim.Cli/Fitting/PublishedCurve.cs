using TrialSim.Results.Data;
using TrialSim.Statistics.Reconstruction;

namespace TrialSim.Cli.Fitting;

/// <summary>Patients from the points and numbers at risk of a published curve.</summary>
internal static class PublishedCurve
{
    /// <summary>The patients.</summary>
    /// <param name="pointsFile">CSV with the columns time and survival.</param>
    /// <param name="atRiskFile">CSV with the columns time and at_risk.</param>
    /// <param name="events">Reported events; null where none are.</param>
    /// <exception cref="PatientDataException">A file is at fault; the message names place and remedy.</exception>
    public static ReconstructedPatients Read(string pointsFile, string atRiskFile, int? events)
    {
        CurvePoint[] points = Read(
            pointsFile, "survival", share => share is >= 0 and <= 1 ? "" : "is not from 0 to 1. Write survival as a share, such as 0.85 for 85 %.", (time, share) => new CurvePoint(time, share));
        NumberAtRisk[] atRisk = Read(
            atRiskFile,
            "at_risk",
            number => number >= 0 && number <= 10_000_000 && number == Math.Floor(number) ? "" : "is not a whole number from 0. Write the patients at risk.",
            (time, number) => new NumberAtRisk(time, (int)number));
        PatientFaults faults = new(atRiskFile);
        if (atRisk[0].Days != 0 || atRisk[0].Patients == 0)
        {
            faults.Add(2, "The first row is not that of time 0. Begin with time 0 and all patients of the curve.");
        }

        for (int i = 1; i < atRisk.Length; i++)
        {
            if (!(atRisk[i].Days > atRisk[i - 1].Days) || atRisk[i].Patients > atRisk[i - 1].Patients)
            {
                faults.Add(i + 2, "Times must ascend and numbers at risk must not rise. Correct this row or the one before.");
            }
        }

        if (events > atRisk[0].Patients)
        {
            faults.Add($"--events: {events} events are more than {atRisk[0].Patients} patients. Write the events of this curve alone.");
        }

        faults.ThrowIfAny();
        return events is int known ? KaplanMeierReconstruction.Reconstruct(points, atRisk, known) : KaplanMeierReconstruction.Reconstruct(points, atRisk);
    }

    private static T[] Read<T>(string file, string name, Func<double, string> faultOf, Func<double, double, T> make)
    {
        const string time = "time";
        PatientTable table = PatientTableReader.Read(file, [time, name]);
        PatientFaults faults = new(file);
        foreach (string missing in new[] { time, name }.Where(column => !table.Names.Contains(column)))
        {
            faults.Add(1, $"There is no column '{missing}'. Begin the file with: {time},{name}");
        }

        faults.ThrowIfAny();
        double[] times = table.Numbers(time, faults);
        double[] values = table.Numbers(name, faults);
        faults.ThrowIfAny();
        for (int row = 0; row < table.Rows; row++)
        {
            string fault = !(times[row] >= 0) ? $"{time}: {PatientFaults.Quote(table[time].Cells[row])} is not a time. Write a number of 0 or more."
                : double.IsNaN(values[row]) || faultOf(values[row]).Length > 0
                    ? $"{name}: {PatientFaults.Quote(table[name].Cells[row])} {(double.IsNaN(values[row]) ? "is missing. Fill it in or delete the row." : faultOf(values[row]))}"
                    : "";
            if (fault.Length > 0)
            {
                faults.Add(table.LineOf(row), fault);
            }
        }

        faults.ThrowIfAny();
        return [.. Enumerable.Range(0, table.Rows).Select(row => make(times[row], values[row]))];
    }
}
