using System.Globalization;
using CsvHelper;
using TrialSim.Results.Folder;
using TrialSim.Results.Sweeps;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Comparisons;

/// <summary>
/// What each replicate of a run has shown, from <c>replicates.csv</c>. A series stands for an operating characteristic only where its mean is that characteristic's value: so that none is defined a second time, and what cannot be had from the file
/// is not guessed.
/// </summary>
internal sealed class ReplicateSeries
{
    private const double Tolerance = 1e-6;

    private readonly long _replicates;
    private readonly Dictionary<Subject, Series> _series = [];

    private ReplicateSeries(long replicates) => _replicates = replicates;

    /// <summary>The operating characteristics, each with its series; with none where the file has none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="replicates">Replicates of the run.</param>
    /// <param name="rows">The operating characteristics.</param>
    public static IReadOnlyList<CellFigure> Of(string path, long replicates, IReadOnlyList<OperatingCharacteristic> rows)
    {
        ReplicateSeries all = new(replicates);
        try
        {
            CsvEnd.Require(path);
            using StreamReader text = new(path);
            using CsvReader reader = CsvReader.Create(text, CsvReaderOptions.Default, leaveOpen: false);
            all.Read(reader, path, rows);
        }
        catch (Exception cause) when (cause is IOException and not ResultsFolderException or UnauthorizedAccessException or CsvFormatException or FormatException or OverflowException)
        {
            throw new ResultsFolderException($"'{path}' cannot be read: {cause.Message} Run it again, or name another folder.", cause);
        }

        return [.. rows.Select(row => new CellFigure(row, all.For(row) is float[] series ? [.. series] : []))];
    }

    private void Read(CsvReader reader, string path, IReadOnlyList<OperatingCharacteristic> rows)
    {
        reader.ReadHeader();
        string[] names = [.. reader.Headers];
        int Column(string name) => Array.IndexOf(names, name) is >= 0 and int found ? found : throw new ResultsFolderException($"'{path}' has no column '{name}'. Run it again with this version.");
        (int replicate, int look, int time, int endpoint, int analysis, int arm) = (Column("replicate"), Column("look"), Column("look_time"), Column("endpoint"), Column("analysis"), Column("arm"));
        (int control, int measure, int patients, int events, int estimate, int z, int rejected) = (Column("control"), Column("measure"), Column("patients"), Column("events"), Column("estimate"), Column("z"), Column("rejected"));
        int status = Column("status");
        ReplicateCourse course = new(0);
        Dictionary<string, (string Summary, bool IsGeometric)> summaries = [];
        while (reader.Read())
        {
            long number = long.Parse(reader.GetString(replicate), CultureInfo.InvariantCulture);
            if (number < 1 || number > _replicates)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"There is no replicate {number} among the {_replicates} of the run."));
            }

            string arms = reader.GetString(control).Length > 0 ? $"{reader.GetString(arm)} v {reader.GetString(control)}" : reader.GetString(arm);
            Subject row = new(reader.GetString(look), reader.GetString(endpoint), reader.GetString(analysis), arms, "");
            string name = reader.GetString(measure);
            Put(new Subject(row.Look, "", "", "", Measures.LookTime), number, reader.GetString(time));
            if (number != course.Replicate)
            {
                Put(course);
                course = new ReplicateCourse(number);
            }

            course.Add(row.Look, reader.GetString(time), row.Endpoint, reader.GetString(status), row.Analysis.Length == 0, reader.GetString(patients), reader.GetString(events));
            if (row.Analysis.Length == 0)
            {
                Put(row with { Measure = Measures.Patients }, number, reader.GetString(patients));
                Put(row with { Measure = Measures.Events }, number, reader.GetString(events));
                continue;
            }

            if (!summaries.TryGetValue(name, out (string Summary, bool IsGeometric) summary))
            {
                string known = MeasureTraits.SummaryNamed(name);
                summary = (known, MeasureTraits.IsGeometricMean(known));
                summaries.Add(name, summary);
            }

            if (summary.Summary.Length > 0 && double.TryParse(reader.GetString(estimate), NumberStyles.Float, CultureInfo.InvariantCulture, out double figure) && double.IsFinite(figure))
            {
                Put(row with { Measure = summary.Summary }, number, summary.IsGeometric ? Math.Log(figure) : figure);
            }

            Put(row with { Measure = Measures.MeanZ }, number, reader.GetString(z));
            bool hasRejected = reader.GetString(rejected) == "1";
            Put(row with { Measure = Measures.Power }, number, hasRejected ? 1.0 : 0.0);
            Put(row with { Measure = Measures.PowerForBenefit }, number, hasRejected && double.TryParse(reader.GetString(z), NumberStyles.Float, CultureInfo.InvariantCulture, out double direction) && direction > 0 ? 1.0 : 0.0);
            Series overall = SeriesOf(new Subject("", row.Endpoint, row.Analysis, arms, Measures.OverallPower));
            overall.PutLargest(number, hasRejected ? 1.0 : 0.0);
        }

        Put(course);
        if (course.Replicate < _replicates && (course.Replicate > 0 || rows.Any(row => row.Analysis.Length > 0)))
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"It ends after replicate {course.Replicate}, and the run has {_replicates}."));
        }
    }

    private void Put(ReplicateCourse course)
    {
        foreach ((string look, bool isReached) in course.Looks)
        {
            Put(new Subject(look, "", "", "", Measures.LookReached), course.Replicate, isReached ? 1.0 : 0.0);
        }

        if (course.Months is not double months)
        {
            return;
        }

        Put(new Subject("", "", "", "", Measures.TrialDuration), course.Replicate, months);
        Put(new Subject("", "", "", "", Measures.StopProbability), course.Replicate, course.IsStopped ? 1.0 : 0.0);
        foreach ((string endpoint, long patients, long events) in course.Counts)
        {
            Put(new Subject("", endpoint, "", "", Measures.TrialEvents), course.Replicate, events);
            Put(new Subject("", "", "", "", Measures.TrialPatients), course.Replicate, patients);
        }
    }

    private void Put(Subject subject, long replicate, string cell)
    {
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
        {
            Put(subject, replicate, value);
        }
    }

    private void Put(Subject subject, long replicate, double value) => SeriesOf(subject).PutFirst(replicate, value);

    private Series SeriesOf(Subject subject)
    {
        if (!_series.TryGetValue(subject, out Series? series))
        {
            series = new Series(_replicates);
            _series.Add(subject, series);
        }

        return series;
    }

    private float[]? For(OperatingCharacteristic row)
    {
        if (row.Value is not double value || row.Subject.Length > 0 || !_series.TryGetValue(new Subject(row.Look, row.Endpoint, row.Analysis, row.Arm, row.Measure), out Series? series))
        {
            return null;
        }

        double mean = MeasureTraits.IsGeometricMean(row.Measure) ? Math.Exp(series.Mean) : series.Mean;
        return Math.Abs(mean - value) <= Tolerance * Math.Max(1.0, Math.Abs(value)) && series.Count == row.Replicates ? series.First : null;
    }

    // What a figure of replicates is about.
    private readonly record struct Subject(string Look, string Endpoint, string Analysis, string Arm, string Measure);

    // The first replicates one by one, and the sum of all.
    private sealed class Series
    {
        private double _sum;
        private long _last;
        private double _lastValue;

        public Series(long replicates)
        {
            First = new float[(int)Math.Min(replicates, CellRecorder.MostInSeries)];
            Array.Fill(First, float.NaN);
        }

        public float[] First { get; }

        public long Count { get; private set; }

        public double Mean => Count > 0 ? _sum / Count : double.NaN;

        // A figure of the look stands in several rows of a replicate.
        public void PutFirst(long replicate, double value)
        {
            if (replicate != _last)
            {
                Add(replicate, value);
            }
        }

        public void PutLargest(long replicate, double value)
        {
            if (replicate != _last)
            {
                Add(replicate, value);
            }
            else if (value > _lastValue)
            {
                _sum += value - _lastValue;
                Keep(replicate, value);
            }
        }

        private void Add(long replicate, double value)
        {
            _sum += value;
            Count++;
            Keep(replicate, value);
        }

        private void Keep(long replicate, double value)
        {
            (_last, _lastValue) = (replicate, value);
            if (replicate <= First.Length)
            {
                First[replicate - 1] = (float)value;
            }
        }
    }
}
