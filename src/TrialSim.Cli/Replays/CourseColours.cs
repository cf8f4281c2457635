using TrialSim.Charts.Swimmers;
using TrialSim.Model;
using TrialSim.Model.Truth;

namespace TrialSim.Cli.Replays;

/// <summary>How the things of a scenario look in a swimmer chart, the same in every picture of it. The colours are Okabe and Ito's, which people with any colour vision tell apart.</summary>
internal static class CourseColours
{
    private const string Ink = "#24292f";
    private static readonly string[] ProcedureColours = ["#12355b", "#009E73", "#CC79A7", "#D55E00"];
    private static readonly string[] DrugColoursWithinABar = ["#6a51a3", "#8c6d1f", "#1b7837", "#762a83"];
    private static readonly string[] ProcedureShapes = ["circle", "square", "diamond", "triangle-up"];
    private static readonly string[] EventColours = ["#D55E00", "#CC79A7", "#009E73", "#E69F00", "#0072B2"];
    private static readonly string[] EventShapes = ["triangle-up", "diamond", "triangle-down", "square", "triangle-right"];
    private static readonly string[] LevelColours = ["#66c2a4", "#b2e2e2", "#fdd9a0", "#f2a07b", "#cf7070"];
    private static readonly string[] GradeColours = ["#fbe3d6", "#f7c6ab", "#ef9a76", "#d9603b", "#a63a1a"];
    private static readonly string[] DrugColours = ["#7fb8dc", "#8fd0bb", "#e3b8d2", "#f0c48a"];

    public static SwimmerCategory Followed { get; } = SwimmerCategory.Bar("followed", "#cfd6dd");

    public static SwimmerCategory NotFollowed { get; } = SwimmerCategory.Bar("no longer followed", "#eef1f4");

    public static SwimmerCategory Held { get; } = SwimmerCategory.Bar("held", "#e3e7eb");

    public static SwimmerCategory Interrupted { get; } = SwimmerCategory.Bar("interrupted", "#f5d9a8");

    public static SwimmerCategory VisitKept { get; } = new("visit kept", "#57606a", "circle", "#57606a");

    public static SwimmerCategory VisitMissed { get; } = new("visit missed", "#b35900", "M-1,-1L1,1M-1,1L1,-1", "#b35900");

    public static SwimmerCategory Lost { get; } = new("lost to follow-up", Ink, "M-.2,-1H.2V1H-.2Z", Ink);

    public static SwimmerCategory StillFollowed { get; } = new("still followed", Ink, "M-.8,-.22H.2V-.6L1,0L.2,.6V.22H-.8Z", Ink);

    public static SwimmerCategory AdverseEventSeen { get; } = new("adverse event known", "#a63a1a", "triangle-up", "#a63a1a");

    public static SwimmerCategory Measured { get; } = new("marker measured", "#0072B2", "diamond", "#0072B2");

    public static SwimmerCategory Session(Trial trial, int treatment)
    {
        int place = trial.Design.Protocol.Treatments.Take(treatment).Count(one => one is Model.Protocol.Procedure);
        return new($"{trial.Design.Protocol.Treatments[treatment].Name} session", At(ProcedureColours, place), At(ProcedureShapes, place), At(ProcedureColours, place));
    }

    public static SwimmerCategory Taken(Trial trial, int treatment) =>
        SwimmerCategory.Bar($"{trial.Design.Protocol.Treatments[treatment].Name} taken", At(DrugColours, trial.Design.Protocol.Treatments.Take(treatment).Count(one => one is Model.Protocol.Drug)));

    public static SwimmerCategory TakenWithinABar(Trial trial, int treatment) =>
        Taken(trial, treatment) with { Colour = At(DrugColoursWithinABar, trial.Design.Protocol.Treatments.Take(treatment).Count(one => one is Model.Protocol.Drug)) };

    public static SwimmerCategory Reduced(Trial trial, int treatment) => SwimmerCategory.Bar($"{trial.Design.Protocol.Treatments[treatment].Name} at a lower dose", "#b9d8ec");

    public static SwimmerCategory Seen(Trial trial, int index)
    {
        SwimmerCategory happened = Happened(trial, index);
        return happened with { Name = trial.Truth.Events[index].IsSeenAtOnce ? trial.Truth.Events[index].Name : $"{trial.Truth.Events[index].Name} seen", Fill = happened.Colour };
    }

    public static SwimmerCategory Happened(Trial trial, int index)
    {
        bool isFatal = trial.Truth.Events[index].Ending == CourseEnding.Fatal;
        int place = trial.Truth.Events.Take(index).Count(one => one.Ending != CourseEnding.Fatal);
        return isFatal
            ? new($"{trial.Truth.Events[index].Name} happened", Ink, "cross", SwimmerCategory.Hollow)
            : new($"{trial.Truth.Events[index].Name} happened", At(EventColours, place), At(EventShapes, place), SwimmerCategory.Hollow);
    }

    public static SwimmerCategory Grade(int grade) => SwimmerCategory.Bar(grade == 0 ? "going on" : $"grade {grade}", GradeColours[Math.Clamp(grade, 1, GradeColours.Length) - 1]);

    /// <summary>A level of a state: those of a tumour's response have colours of their own, others go from good to bad in their order.</summary>
    public static SwimmerCategory Level(string name, int level, int levels)
    {
        int place = name switch
        {
            "CR" => 0,
            "PR" => 1,
            "SD" => 2,
            "PD" => 4,
            _ => levels <= 1 ? 0 : (int)Math.Round((double)level * (LevelColours.Length - 1) / (levels - 1)),
        };
        return SwimmerCategory.Bar(name, LevelColours[place]);
    }

    /// <summary>A colour mixed with paper, so that what lies on it stays visible.</summary>
    public static string Tint(string colour)
    {
        int Mixed(int place) => (int)Math.Round((0.45 * Convert.ToInt32(colour.Substring(place, 2), 16)) + (0.55 * 255));
        return $"#{Mixed(1):x2}{Mixed(3):x2}{Mixed(5):x2}";
    }

    private static string At(string[] list, int place) => list[place % list.Length];
}
