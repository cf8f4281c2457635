using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Charts.Swimmers;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Samples;

namespace TrialSim.Charts.Specs;

/// <summary>A swimmer chart of the first patients of each example trial: follow-up in the colour of the arm, drugs in it, sessions, visits, what happened and what was seen.</summary>
internal sealed class CoursesChart
{
    private readonly ArmPalette _palette;
    private readonly SwimmerCanvas _canvas = new();
    private readonly string[] _drugs;
    private readonly string[] _procedures;
    private readonly string[] _lastEvents;
    private readonly string[] _otherEvents;
    private readonly string[] _levels;

    private CoursesChart(IReadOnlyList<CourseRow> all, ArmPalette palette)
    {
        _palette = palette;
        _drugs = NamesOf(all, CourseRowKind.DrugTaken);
        _procedures = NamesOf(all, CourseRowKind.Session);
        _levels = NamesOf(all, CourseRowKind.LevelSeen);
        Dictionary<(uint, int), double> ends = all.Where(row => row.Kind == CourseRowKind.Followed).GroupBy(row => (row.Replicate, row.Patient)).ToDictionary(patient => patient.Key, patient => patient.Max(row => row.ToDays));
        string[] events = [.. NamesOf(all, CourseRowKind.EventKnown).Union(NamesOf(all, CourseRowKind.EventHappened))];

        // An event after which nobody is followed, such as death, looks like one.
        _lastEvents =
        [
            .. events.Where(name => all.Any(row => row.Kind == CourseRowKind.EventKnown && row.Name == name)
                && all.Where(row => row.Kind == CourseRowKind.EventKnown && row.Name == name).All(row => ends.TryGetValue((row.Replicate, row.Patient), out double end) && row.FromDays >= end)),
        ];
        _otherEvents = [.. events.Except(_lastEvents)];
    }

    /// <summary>A chart for each trial of which there are courses.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary, ArmPalette palette) => summary.Sample.Courses
        .GroupBy(row => row.Replicate)
        .Select(trial => new CoursesChart(summary.Sample.Courses, palette).Of(summary.Examples.FirstOrDefault(example => example.Replicate == trial.Key)?.Why ?? "", trial.Key, [.. trial]));

    private Chart Of(string why, uint replicate, CourseRow[] rows)
    {
        CourseRow[][] patients =
        [
            .. rows.GroupBy(row => row.Patient).Select(patient => patient.ToArray())
                .OrderBy(patient => PlaceOf(_palette.Arms, patient[0].Arm)).ThenByDescending(EndOf).ThenBy(patient => patient[0].Patient),
        ];
        foreach (CourseRow[] patient in patients)
        {
            int row = _canvas.AddRow(patient[0].Patient.ToString(CultureInfo.InvariantCulture));

            // Later ones are drawn over earlier ones: what matters most comes last.
            foreach (CourseRow one in patient.OrderBy(one => one.Kind))
            {
                Add(row, one);
            }
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"simulated trial {replicate}");
        string title = $"First patients of {name}{(why.Length > 0 ? $", which {WhyOf(why)}" : "")}";
        string subtitle = $"{Figures.Patients(patients.Length)} by number. Hollow: what happened and is not known yet; filled: known";
        Chart chart = SwimmerChart.Of(_canvas.Finish(title, subtitle, []));
        return chart with { Name = ChartNames.Of("courses", replicate.ToString(CultureInfo.InvariantCulture)), Part = ReportPart.Examples, Source = ResultsFiles.Courses };
    }

    private void Add(int row, CourseRow one)
    {
        string patient = string.Create(CultureInfo.InvariantCulture, $"patient {one.Patient}, {one.Arm}");
        string named = $"{patient}: {one.Name}";
        JsonObject fields = ColumnData.Of(CourseColumns.All, one);
        switch (one.Kind)
        {
            case CourseRowKind.Followed:
                _canvas.AddBar(row, one.FromDays, one.ToDays, SwimmerCategory.Bar(one.Arm, SwimmerColours.Tint(_palette.ColourOf(one.Arm))), "", $"{patient}: followed", fields);
                break;
            case CourseRowKind.DrugTaken:
                _canvas.AddThinBar(row, one.FromDays, one.ToDays, SwimmerColours.TakenWithinABar(one.Name, PlaceOf(_drugs, one.Name)), $"{named} taken", fields);
                break;
            case CourseRowKind.DrugPaused:
                _canvas.AddThinBar(row, one.FromDays, one.ToDays, SwimmerColours.Paused(one.Name), $"{named} paused", fields);
                break;
            case CourseRowKind.Lost:
                _canvas.AddMark(row, one.FromDays, SwimmerColours.Lost, "", $"{patient}: lost to follow-up", fields);
                break;
            case CourseRowKind.StillFollowed:
                _canvas.AddMark(row, one.FromDays, SwimmerColours.StillFollowed, "", $"{patient}: still followed at the last look", fields);
                break;
            default:
                (SwimmerCategory category, string what) = MarkOf(one);
                _canvas.AddMark(row, one.FromDays, category, "", $"{named}{what}", fields);
                break;
        }
    }

    private (SwimmerCategory Category, string What) MarkOf(CourseRow one) => one.Kind switch
    {
        CourseRowKind.Session => (SwimmerColours.Session(one.Name, PlaceOf(_procedures, one.Name)), ", session"),
        CourseRowKind.Visit => (SwimmerColours.SmallVisit, ", visit"),
        CourseRowKind.LevelSeen => (LevelOf(one.Name), " first seen"),
        CourseRowKind.EventHappened => (Happened(one.Name), " happened"),
        CourseRowKind.EventKnown => (SwimmerColours.Known(Happened(one.Name), $"{one.Name} known"), " known"),
        _ => throw new ArgumentOutOfRangeException(nameof(one), one.Kind, "No symbol is drawn for this kind."),
    };

    private SwimmerCategory LevelOf(string level)
    {
        // A level bears the name of its state before its own.
        string colour = SwimmerColours.Level(level.Split(' ')[^1], PlaceOf(_levels, level), _levels.Length).Colour;
        return new SwimmerCategory($"{level} first seen", SpecTheme.Muted, "square", colour);
    }

    private SwimmerCategory Happened(string name) => _lastEvents.Contains(name) ? SwimmerColours.LastHappened(name) : SwimmerColours.Happened(name, PlaceOf(_otherEvents, name));

    private static string WhyOf(string why) => why switch
    {
        ExampleTrial.StoppedEarly => "stopped early",
        ExampleTrial.Failed => "failed",
        ExampleTrial.Succeeded => "succeeded",
        _ => "is the first",
    };

    private static double EndOf(CourseRow[] patient) => patient.Max(row => row.ToDays);

    private static string[] NamesOf(IReadOnlyList<CourseRow> rows, CourseRowKind kind) => [.. rows.Where(row => row.Kind == kind).Select(row => row.Name).Distinct()];

    private static int PlaceOf(IReadOnlyList<string> names, string name) => Enumerable.Range(0, names.Count).FirstOrDefault(index => names[index] == name);
}
