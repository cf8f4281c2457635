using System.Globalization;
using Spectre.Console;

namespace TrialSim.Cli.Terminal;

/// <summary>Shows how many replicates are done, how fast they come and how long the rest will take.</summary>
public sealed class ReplicateProgress
{
    private const int LinesPerRun = 10;
    private const int BarWidth = 40;

    private readonly TerminalStreams _streams;
    private readonly TimeProvider _time;
    private readonly long _total;
    private readonly long _started;

    /// <summary>Starts the clock.</summary>
    /// <param name="streams">Where to show it.</param>
    /// <param name="time">The clock for rates.</param>
    /// <param name="total">Replicates asked for.</param>
    public ReplicateProgress(TerminalStreams streams, TimeProvider time, long total)
    {
        _streams = streams;
        _time = time;
        _total = total;
        _started = time.GetTimestamp();
    }

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
        long next = 1;
        work(done =>
        {
            if (done * LinesPerRun / _total >= next || done == _total)
            {
                next = (done * LinesPerRun / _total) + 1;
                _streams.Error.WriteLine(Line(done));
            }
        });
    }

    private void ShowBar(Action<Action<long>> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_streams.Error) });
        console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = BarWidth })
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Line(0), maxValue: _total);
                work(done =>
                {
                    task.Value = done;
                    task.Description = Line(done);
                });
            });
    }

    private string Line(long done)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {_total:N0} replicates");
        double seconds = Elapsed.TotalSeconds;
        if (done == 0 || seconds <= 0)
        {
            return text;
        }

        double perSecond = done / seconds;
        string rate = string.Create(CultureInfo.InvariantCulture, $"{text}, {perSecond:N0} a second");
        return done == _total ? rate : $"{rate}, {Remaining((_total - done) / perSecond)} left";
    }

    private static string Remaining(double seconds) => seconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds):N0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds / 60):N0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:N1} h"),
    };
}
