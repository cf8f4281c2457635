using System.Globalization;
using TrialSim.Results.Data;
using TrialSim.Statistics.Reconstruction;

namespace TrialSim.Cli.Fitting;

/// <summary>Points and numbers at risk of a published curve, as they are read off it, with what had to be understood.</summary>
/// <param name="Points">By ascending time, from 0 to 1.</param>
/// <param name="AtRisk">From time 0.</param>
/// <param name="Remarks">What was corrected or taken for granted, a sentence each.</param>
internal sealed record PublishedCurve(CurvePoint[] Points, NumberAtRisk[] AtRisk, IReadOnlyList<string> Remarks)
{
    // A hand that reads a point off a picture misses by about so much of the axis.
    private const double ReadingError = 0.02;
    private const double LargestPercent = 100;
    private const int MinPoints = 2;
    private const int MaxPatients = 10_000_000;
    private const string Time = "time";

    // A point so little of its fall after a number at risk tells what happened before it.
    private const double LargestShareAfter = 0.1;
    private const double JustBefore = 1.0 - 1e-6;

    /// <summary>The files of a curve.</summary>
    /// <param name="pointsFile">CSV with the columns time and survival.</param>
    /// <param name="atRiskFile">CSV with the columns time and at_risk; empty where none is printed.</param>
    /// <param name="patients">Patients of the curve, where no numbers at risk are printed.</param>
    /// <exception cref="PatientDataException">A file is at fault; the message names place and remedy.</exception>
    public static PublishedCurve Read(string pointsFile, string atRiskFile, int patients)
    {
        List<string> remarks = [];
        CurvePoint[] points = ReadPoints(pointsFile, remarks);
        NumberAtRisk[] atRisk = atRiskFile.Length > 0 ? ReadAtRisk(atRiskFile) : [new NumberAtRisk(0, patients)];
        double lastPoint = points[^1].Days;
        if (atRisk.Length == 1)
        {
            remarks.Add("Without numbers at risk the censoring is spread evenly over the whole curve; that is where this reconstruction is weakest.");
        }
        else if (atRisk[^1].Days > lastPoint && atRisk[^1].Patients > 0)
        {
            remarks.Add($"Numbers at risk go on to {Short(atRisk[^1].Days)}, the points to {Short(lastPoint)}: the curve is taken to stay at {Short(points[^1].Survival)} from there.");
        }

        return new PublishedCurve(points, atRisk, remarks);
    }

    /// <summary>
    /// The same curve, where points are few: the fall to a point happened since the point before, so that a point at a time of a number at risk, or a
    /// reading error after it, is put just before that time. Else patients who have had their event would count as at risk.
    /// </summary>
    public PublishedCurve WithPointsBeforeNumbers()
    {
        CurvePoint[] moved = [.. Points];
        int count = 0;
        double before = 0.0;
        for (int i = 0; i < moved.Length; i++)
        {
            double day = Points[i].Days;
            before = i > 0 && day > Points[i - 1].Days ? Points[i - 1].Days : before;
            double counted = AtRisk.Last(number => number.Days <= day).Days;
            if (counted * JustBefore > before && day - counted <= LargestShareAfter * (day - before))
            {
                moved[i] = new CurvePoint(counted * JustBefore, Points[i].Survival);
                count++;
            }
        }

        return count == 0 ? this : this with
        {
            Points = moved,
            Remarks =
            [
                .. Remarks,
                $"{Counted(count, "point")} at the times of the numbers at risk, or a reading error later, {(count == 1 ? "is" : "are")} put just before them: the falls that {(count == 1 ? "it tells" : "they tell")} came before those numbers were counted.",
            ],
        };
    }

    private static CurvePoint[] ReadPoints(string file, List<string> remarks)
    {
        PatientFaults faults = new(file);
        (PatientTable table, double[] times, double[] survival) = ReadPair(file, "survival", faults);
        int[] rows = [.. Enumerable.Range(0, table.Rows).OrderBy(row => times[row])];
        double end = times[rows[^1]];
        bool isPercent = survival[rows[0]] > 1.0 + ReadingError && survival.All(value => value <= LargestPercent * (1.0 + ReadingError));
        double scale = isPercent ? LargestPercent : 1.0;
        if (isPercent)
        {
            remarks.Add("Survival is taken to be in percent, because it begins near 100.");
        }

        for (int row = 0; row < table.Rows; row++)
        {
            if (!(times[row] >= -ReadingError * end))
            {
                faults.Add(table.LineOf(row), $"{Time}: {PatientFaults.Quote(table[Time].Cells[row])} is not a time. Write a number of 0 or more.");
            }

            if (!(survival[row] / scale is >= -ReadingError and <= 1.0 + ReadingError))
            {
                faults.Add(table.LineOf(row), $"survival: {PatientFaults.Quote(table["survival"].Cells[row])} is not from 0 to {scale.ToString(CultureInfo.InvariantCulture)}. Write survival as a share, such as 0.85, or throughout in percent, such as 85.");
            }
        }

        if (end <= 0)
        {
            faults.Add("No point lies after time 0. Write the points of the whole curve.");
        }

        faults.ThrowIfAny();
        int beyond = survival.Count(value => value / scale is < 0.0 or > 1.0) + times.Count(time => time < 0.0);
        if (beyond > 0)
        {
            remarks.Add($"{Counted(beyond, "value")} a little outside of the axes, as a reading hand leaves them, {(beyond == 1 ? "is" : "are")} put on the axis.");
        }

        CurvePoint[] points = [.. rows.Select(row => new CurvePoint(Math.Max(0.0, times[row]), Math.Clamp(survival[row] / scale, 0.0, 1.0)))];
        CheckStart(points, faults);
        DescribeRises(points, remarks);
        int falls = points.Where((point, index) => point.Survival < (index == 0 ? 1.0 : points[index - 1].Survival)).Count();
        if (falls < MinPoints)
        {
            faults.Add($"The curve falls at {falls} of its points. Read off at least {MinPoints} points where it falls, better 30 or more.");
        }

        faults.ThrowIfAny();
        return points;
    }

    private static void CheckStart(CurvePoint[] points, PatientFaults faults)
    {
        CurvePoint[] atZero = [.. points.Where(point => point.Days == 0.0)];
        if (atZero.Length > 0 && atZero.Max(point => point.Survival) < 1.0 - ReadingError)
        {
            faults.Add($"survival: the curve is at {Short(atZero.Max(point => point.Survival))} at time 0, but a Kaplan–Meier curve begins at 1. "
                + "Correct the point; if the curve is of those alive at a landmark, divide all by its first value.");
        }

        // A first point just below 1 is a reading of 1.
        for (int i = 0; i < points.Length && points[i].Days == 0.0; i++)
        {
            points[i] = points[i].Survival >= 1.0 - ReadingError ? new CurvePoint(0.0, 1.0) : points[i];
        }
    }

    private static void DescribeRises(CurvePoint[] points, List<string> remarks)
    {
        double lowest = 1.0;
        double largest = 0.0;
        int rises = 0;
        foreach (CurvePoint point in points)
        {
            rises += point.Survival > lowest + 1e-12 ? 1 : 0;
            largest = Math.Max(largest, point.Survival - lowest);
            lowest = Math.Min(lowest, point.Survival);
        }

        if (rises > 0)
        {
            remarks.Add($"{Counted(rises, "point")} {(rises == 1 ? "lies" : "lie")} above an earlier one, by at most {Short(largest)}, and {(rises == 1 ? "is" : "are")} lowered to it."
                + (largest > ReadingError ? " That is more than a reading error: see whether points of another curve are among them." : ""));
        }

        if (points[0].Days > 0.0 && points[0].Survival < 1.0 - (5 * ReadingError))
        {
            remarks.Add($"The first point is {Short(points[0].Survival)} at {Short(points[0].Days)}: the fall from 1 is put there. Read off points before it.");
        }
    }

    private static NumberAtRisk[] ReadAtRisk(string file)
    {
        PatientFaults faults = new(file);
        (PatientTable table, double[] times, double[] numbers) = ReadPair(file, "at_risk", faults);
        for (int row = 0; row < table.Rows; row++)
        {
            if (!(times[row] >= 0))
            {
                faults.Add(table.LineOf(row), $"{Time}: {PatientFaults.Quote(table[Time].Cells[row])} is not a time. Write a number of 0 or more.");
            }

            if (!(numbers[row] is >= 0 and <= MaxPatients && numbers[row] == Math.Floor(numbers[row])))
            {
                faults.Add(table.LineOf(row), $"at_risk: {PatientFaults.Quote(table["at_risk"].Cells[row])} is not a whole number from 0. Write the patients at risk.");
            }
        }

        faults.ThrowIfAny();
        if (times[0] != 0 || numbers[0] == 0)
        {
            faults.Add(table.LineOf(0), "The first row is not that of time 0. Begin with time 0 and all patients of the curve.");
        }

        for (int row = 1; row < table.Rows; row++)
        {
            if (!(times[row] > times[row - 1]) || numbers[row] > numbers[row - 1])
            {
                faults.Add(table.LineOf(row), "Times must ascend and numbers at risk must not rise. Correct this row or the one before.");
            }
        }

        faults.ThrowIfAny();
        return [.. times.Zip(numbers, (time, number) => new NumberAtRisk(time, (int)number))];
    }

    private static (PatientTable Table, double[] Times, double[] Values) ReadPair(string file, string name, PatientFaults faults)
    {
        PatientTable table = PatientTableReader.Read(file, [Time, name]);
        foreach (string missing in new[] { Time, name }.Where(column => !table.Names.Contains(column)))
        {
            faults.Add(1, $"There is no column '{missing}'. Begin the file with: {Time},{name}");
        }

        faults.ThrowIfAny();
        double[] times = table.Numbers(Time, faults);
        double[] values = table.Numbers(name, faults);
        faults.ThrowIfAny();
        foreach ((string column, double[] numbers) in new[] { (Time, times), (name, values) })
        {
            for (int row = 0; row < table.Rows; row++)
            {
                if (double.IsNaN(numbers[row]))
                {
                    faults.Add(table.LineOf(row), $"{column}: the value is missing. Fill it in or delete the row.");
                }
            }
        }

        faults.ThrowIfAny();
        return (table, times, values);
    }

    private static string Short(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Counted(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
