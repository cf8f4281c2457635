using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Sweeps;

namespace TrialSim.Cli.Sweeps;

/// <summary>The tables of a sweep as a person reads them: the first cells, and how they differ in power. Takes cell after cell, and keeps no more than it prints, and so many differences that their middle is known.</summary>
/// <param name="keys">The varied keys.</param>
/// <param name="count">How many cells there are.</param>
internal sealed class SweepTables(ImmutableArray<string> keys, int count)
{
    private const int MostRows = 40;
    private const int MostDifferences = 20;
    private const int MostTests = 3;
    private const int MostInMiddle = 10_000;

    private readonly List<(CellPlace Place, OperatingCharacteristic[] Rows)> _cells = [];
    private readonly List<CellDifference> _differences = [];
    private readonly List<double> _timesSmaller = [];
    private CharacteristicName[] _tests = [];
    private long _differencesInAll;
    private bool _isPaired = true;
    private ulong _seed;

    /// <summary>Takes the next cell and its differences from others.</summary>
    public void Add(CellPlace place, CellRecord record, IReadOnlyList<CellDifference> differences)
    {
        OperatingCharacteristic[] rows = [.. record.Figures.Select(figure => figure.Row)];
        if (place.Number == 1)
        {
            string[] told = [Measures.OverallPower, Measures.Power];
            string measure = told.FirstOrDefault(candidate => rows.Any(row => row.Measure == candidate), Measures.Power);
            _tests = [.. rows.Where(row => row.Measure == measure).Select(row => row.Analysis).Distinct().Take(MostTests).Select(analysis => new CharacteristicName(Measures.Power, analysis))];
            _seed = record.Seed;
        }

        _isPaired &= record.Seed == _seed;
        if (_cells.Count < MostRows)
        {
            _cells.Add((place, rows));
        }

        if (_tests.Length == 0 || _tests[0].RowIn(rows) is not OperatingCharacteristic power)
        {
            return;
        }

        foreach (CellDifference difference in differences.Where(difference => difference.Row == power))
        {
            _differencesInAll++;
            if (_differences.Count < MostDifferences)
            {
                _differences.Add(difference);
            }

            if (difference.TimesSmaller is double times && _timesSmaller.Count < MostInMiddle)
            {
                _timesSmaller.Add(times);
            }
        }
    }

    /// <summary>Prints the tables, and where the rest is.</summary>
    public void Print(string folder, TerminalStreams streams)
    {
        PrintCells(folder, streams);
        if (_differences.Count > 0)
        {
            PrintDifferences(folder, streams);
        }

        Paragraph(streams, "± is the Monte Carlo standard error.");
        streams.Out.WriteLine($"Report: {Path.Combine(folder, ResultsFiles.Report)}");
    }

    private void PrintCells(string folder, TerminalStreams streams)
    {
        (string Heading, CharacteristicName Name)[] figures =
        [
            .. _tests.Select(test => ($"Power, {test.Of}", test)),
            .. _tests.Select(test => ($"Type I error, {test.Of}", new CharacteristicName(Measures.TypeIError, test.Of))),
            ("Patients", new CharacteristicName(Measures.TrialPatients, "")),
            (_cells.Any(cell => cell.Rows.Any(row => row.Measure == Measures.TrialDuration)) ? "Months" : "Months to the last look", new CharacteristicName(Measures.TrialDuration, "")),
        ];
        figures = [.. figures.Where(figure => _cells.Any(cell => figure.Name.RowIn(cell.Rows) is not null))];
        TextTable table = new(["Cell", .. keys], [.. figures.Select(figure => figure.Heading)]);
        foreach ((CellPlace place, OperatingCharacteristic[] rows) in _cells)
        {
            table.Add([
                place.Number.ToString(CultureInfo.InvariantCulture),
                .. place.Values,
                .. figures.Select(figure => figure.Name.RowIn(rows) is OperatingCharacteristic row ? FigureText.Of(row) : ""),
            ]);
        }

        table.Write(streams.Out, streams.OutWidth);
        if (count > _cells.Count)
        {
            Paragraph(streams, string.Create(CultureInfo.InvariantCulture, $"The first {_cells.Count:N0} of {count:N0} cells; all are in {Path.Combine(folder, ResultsFiles.Sweep)}."));
        }

        streams.Out.WriteLine();
    }

    private void PrintDifferences(string folder, TerminalStreams streams)
    {
        streams.Out.WriteLine($"Differences in power of {_tests[0].Of}:");
        streams.Out.WriteLine();
        TextTable table = new(["Cell", "less cell", "along"], ["Difference", "Error if independent", "Times smaller"]);
        foreach (CellDifference difference in _differences)
        {
            table.Add(
                difference.Cell.ToString(CultureInfo.InvariantCulture),
                difference.Against.ToString(CultureInfo.InvariantCulture),
                difference.Along,
                difference.Difference is double value ? string.Create(CultureInfo.InvariantCulture, $"{value:+0.0000;−0.0000;0.0000} ± {difference.Error:0.0000}") : "–",
                difference.IndependentError is double error ? error.ToString("0.0000", CultureInfo.InvariantCulture) : "",
                difference.TimesSmaller is double times ? times.ToString("0.0", CultureInfo.InvariantCulture) : "");
        }

        table.Write(streams.Out, streams.OutWidth);
        if (_differencesInAll > _differences.Count)
        {
            Paragraph(streams, string.Create(CultureInfo.InvariantCulture, $"The first {_differences.Count:N0} of {_differencesInAll:N0}; all, and those of every other figure, are in {Path.Combine(folder, ResultsFiles.Differences)}."));
        }

        streams.Out.WriteLine();
        if (!_isPaired)
        {
            Paragraph(streams, $"Each cell has a seed of its own ({SweepOptions.Independent}): differences have the errors of independent cells.");
        }
        else if (_timesSmaller.Count > 0)
        {
            _timesSmaller.Sort();
            double middle = _timesSmaller[_timesSmaller.Count / 2];
            Paragraph(streams, string.Create(
                CultureInfo.InvariantCulture,
                $"The cells share their luck, replicate by replicate. The error of a difference in power is {middle:0.0} times smaller (the middle of {(_timesSmaller.Count == MostInMiddle ? "the first " : "")}{_timesSmaller.Count:N0}) than that of independent cells, which would need {middle * middle:0.0} times as many replicates."));
        }
    }

    private static void Paragraph(TerminalStreams streams, string text)
    {
        foreach (string line in WordWrap.Lines(text, streams.OutWidth, ""))
        {
            streams.Out.WriteLine(line);
        }
    }
}
