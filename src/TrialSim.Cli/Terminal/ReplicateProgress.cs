using System.Globalization;
using Spectre.Console;

namespace TrialSim.Cli.Terminal;

/// <summary>Shows how many replicates, or other things, are done, how fast they come and how long the rest will take.</summary>
public sealed class ReplicateProgress
{
    private const int LinesPerRun = 10;
    private const int WidestBar = 40;
    private const int NarrowestBar = 10;
    private const int RoomForRate = 50;
    private const double FirstLineSeconds = 1;
    private const double Few = 10;

    private readonly TerminalStreams _streams;
    private readonly TimeProvider _time;
    private readonly long _total;
    private readonly long _started;

    /// <summary>Starts the clock.</summary>
    /// <param name="streams">Where to show it.</param>
    /// <param name="time">The clock for rates.</param>
    /// <param name="total">How many there are to be.</param>
    public ReplicateProgress(TerminalStreams streams, TimeProvider time, long total)
    {
        _streams = streams;
        _time = time;
        _total = total;
        _started = time.GetTimestamp();
    }

    /// <summary>What is counted.</summary>
    public string Things { get; init; } = "replicates";

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>Runs the work, showing what it reports.</summary>
    /// <param name="work">Called with a sink for the number of replicates done.</param>
    public void Show(Action<Action<long>> work)
    {
        if (_streams.Progress == ProgressStyle.Lines)
        {
            ShowLines(work);
        }
        else
        {
            ShowBar(work);
        }
    }

    private void ShowLines(Action<Action<long>> work)
    {
        // A line for every tenth of the run and, so that a long one shows early that it lives, whenever the time has doubled since the last.
        long tenth = 0;
        double last = 0;
        work(done =>
        {
            double seconds = Elapsed.TotalSeconds;
            bool isNextTenth = done * LinesPerRun / _total > tenth && seconds >= last + FirstLineSeconds;
            if (isNextTenth || seconds >= Math.Max(FirstLineSeconds, 2 * last))
            {
                tenth = done * LinesPerRun / _total;
                last = seconds;
                _streams.Error.WriteLine(Line(done));
            }
        });
    }

    private void ShowBar(Action<Action<long>> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_streams.Canvas) });
        int bar = console.Profile.Width - string.Create(CultureInfo.InvariantCulture, $"{_total:N0}{_total:N0}").Length - RoomForRate;
        Func<long, string> describe = bar >= NarrowestBar ? Line : ShortLine;
        ProgressColumn text = new TaskDescriptionColumn { Alignment = Justify.Left };
        console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(bar >= NarrowestBar ? [text, new ProgressBarColumn { Width = Math.Min(bar, WidestBar) }] : [text])
            .Start(context =>
            {
                ProgressTask task = context.AddTask(describe(0), maxValue: _total);
                work(done =>
                {
                    task.Value = done;
                    task.Description = describe(done);
                });
            });
    }

    private string Line(long done)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {_total:N0} {Things}");
        double seconds = Elapsed.TotalSeconds;
        if (done == 0 || seconds <= 0)
        {
            return text;
        }

        double perSecond = done / seconds;
        string rate = string.Create(CultureInfo.InvariantCulture, $"{text}, {perSecond.ToString(perSecond < Few ? "N1" : "N0", CultureInfo.InvariantCulture)} a second");
        return done == _total ? rate : $"{rate}, {Remaining((_total - done) / perSecond)} left";
    }

    private string ShortLine(long done)
    {
        double seconds = Elapsed.TotalSeconds;
        string share = string.Create(CultureInfo.InvariantCulture, $"{100 * done / _total} %");
        return done == 0 || done == _total ? share : $"{share}, {Remaining((_total - done) * seconds / done)} left";
    }

    private static string Remaining(double seconds) => seconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds):N0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds / 60):N0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:N1} h"),
    };
}
